package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.gateway.wire.Json;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.gateway.wire.UsageReader;
import ai.fastrouter.camel.model.TokenUsage;
import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.model.TranscriptionSegment;
import ai.fastrouter.camel.model.TranscriptionWord;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a transcription from JSON, field by field. What has an unexpected type counts as absent. */
final class TranscriptionReader {

    /** Reads one item of a list, with the parser at its beginning. */
    private interface Item<T> {
        T read(JsonParser parser) throws IOException;
    }

    private String text;
    private String language;
    private Double duration;
    private List<TranscriptionSegment> segments;
    private List<TranscriptionWord> words;
    private TokenUsage usage;
    private final Map<String, Object> further = new LinkedHashMap<>();

    private TranscriptionReader() {}

    /**
     * @return its text is null if the document has none
     * @throws IOException if the bytes are not one JSON object
     */
    static Transcription read(byte[] json, int length) throws IOException {
        try (JsonParser parser = Json.parser(json, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("There is no JSON object");
            }
            TranscriptionReader reader = new TranscriptionReader();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                reader.field(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new IOException("There is more than one JSON value");
            }
            return new Transcription(
                    reader.text,
                    reader.language,
                    reader.duration,
                    reader.segments,
                    reader.words,
                    reader.usage,
                    reader.further);
        }
    }

    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "text" -> text = JsonReading.text(parser);
            case "language" -> language = JsonReading.text(parser);
            case "duration" -> duration = seconds(parser);
            case "segments" -> segments = list(parser, TranscriptionReader::segment);
            case "words" -> words = list(parser, TranscriptionReader::word);
            case "usage" -> usage = UsageReader.read(parser);
            default -> add(further, name, parser);
        }
    }

    private static TranscriptionSegment segment(JsonParser parser) throws IOException {
        String id = null;
        Double start = null;
        Double end = null;
        String text = null;
        String speaker = null;
        Map<String, Object> others = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = JsonReading.text(parser);
                case "start" -> start = seconds(parser);
                case "end" -> end = seconds(parser);
                case "text" -> text = JsonReading.text(parser);
                case "speaker" -> speaker = JsonReading.text(parser);
                default -> add(others, name, parser);
            }
        }
        return new TranscriptionSegment(id, start, end, text, speaker, others);
    }

    private static TranscriptionWord word(JsonParser parser) throws IOException {
        String word = null;
        Double start = null;
        Double end = null;
        Map<String, Object> others = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "word" -> word = JsonReading.text(parser);
                case "start" -> start = seconds(parser);
                case "end" -> end = seconds(parser);
                default -> add(others, name, parser);
            }
        }
        return new TranscriptionWord(word, start, end, others);
    }

    private static <T> List<T> list(JsonParser parser, Item<T> item) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        List<T> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                items.add(item.read(parser));
            } else {
                parser.skipChildren();
            }
        }
        return items;
    }

    /** A number, sometimes written as a text. */
    private static Double seconds(JsonParser parser) throws IOException {
        BigDecimal number = JsonReading.decimal(parser);
        return number == null ? null : number.doubleValue();
    }

    private static void add(Map<String, Object> fields, String name, JsonParser parser) throws IOException {
        Object value = JsonReading.any(parser);
        if (value != null) {
            fields.put(name, value);
        }
    }
}
