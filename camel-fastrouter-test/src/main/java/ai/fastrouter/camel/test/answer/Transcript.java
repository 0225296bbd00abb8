package ai.fastrouter.camel.test.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text with its times, in the forms a transcription can have. Times follow the place of a word in the text. */
record Transcript(String text, Duration duration, String task) {

    private record Span(String text, double start, double end) {}

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", text);
        json.set("usage", usage());
        return json.toString();
    }

    String verbose(String language, boolean withSegments, boolean withWords) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("task", task)
                .put("language", language)
                .put("duration", seconds())
                .put("text", text);
        if (withWords) {
            ArrayNode words = json.putArray("words");
            for (Span word : spans("\\s+")) {
                words.addObject()
                        .put("word", word.text())
                        .put("start", word.start())
                        .put("end", word.end());
            }
        }
        if (withSegments) {
            segments(json.putArray("segments"));
        }
        json.set("usage", usage());
        return json.toString();
    }

    private void segments(ArrayNode segments) {
        for (Span span : sentences()) {
            ObjectNode segment = segments.addObject();
            segment.put("id", segments.size() - 1)
                    .put("seek", 0)
                    .put("start", span.start())
                    .put("end", span.end())
                    .put("text", span.text());
            segment.putArray("tokens");
            segment.put("temperature", 0.0)
                    .put("avg_logprob", -0.1)
                    .put("compression_ratio", 1.0)
                    .put("no_speech_prob", 0.01);
        }
    }

    byte[] srt() {
        StringBuilder srt = new StringBuilder();
        int number = 0;
        for (Span span : sentences()) {
            srt.append(++number).append('\n');
            srt.append(clock(span.start(), ',')).append(" --> ").append(clock(span.end(), ','));
            srt.append('\n').append(span.text()).append("\n\n");
        }
        return srt.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] vtt() {
        StringBuilder vtt = new StringBuilder("WEBVTT\n\n");
        for (Span span : sentences()) {
            vtt.append(clock(span.start(), '.')).append(" --> ").append(clock(span.end(), '.'));
            vtt.append('\n').append(span.text()).append("\n\n");
        }
        return vtt.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode usage() {
        return JsonNodeFactory.instance.objectNode().put("type", "duration").put("seconds", (long)
                Math.ceil(seconds()));
    }

    private double seconds() {
        return duration.toMillis() / 1000.0;
    }

    private List<Span> sentences() {
        return spans("(?<=[.!?])\\s+");
    }

    private List<Span> spans(String boundary) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (String piece : text.strip().split(boundary)) {
            at = text.indexOf(piece, at);
            spans.add(new Span(piece, time(at), time(at + piece.length())));
            at += piece.length();
        }
        return spans;
    }

    private double time(int index) {
        return Math.round(1000 * seconds() * index / Math.max(1, text.length())) / 1000.0;
    }

    private static String clock(double seconds, char separator) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                separator,
                millis % 1000);
    }
}
