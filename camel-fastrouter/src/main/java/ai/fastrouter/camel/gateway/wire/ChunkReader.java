package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.TokenUsage;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the chunks of one stream, one after the other. Not thread-safe. */
public final class ChunkReader {

    private static final ChatMessage NOTHING = ChatMessage.of(null, null);

    private final TurnReader turns = new TurnReader();
    // these stay the same throughout a stream as a rule
    private String id;
    private String model;
    private Long created;
    private String provider;

    private List<ChatChunk.Choice> choices;
    private TokenUsage usage;
    private Map<String, Object> further;
    private boolean error;

    /**
     * Reads one chunk.
     *
     * @throws IOException if it is not one JSON object; the text may show parts of it and is not for logs
     */
    public ChatChunk read(byte[] bytes, int offset, int length) throws IOException {
        choices = null;
        usage = null;
        further = null;
        error = false;
        try (JsonParser parser = Json.parser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                field(name, parser);
            }
        }
        return new ChatChunk(id, model, created, choices, usage, provider, further);
    }

    /** Whether the last chunk holds an error. */
    public boolean hasError() {
        return error;
    }

    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "id" -> id = JsonReading.text(parser, id);
            case "object", "obfuscation" -> parser.skipChildren();
            case "created" -> created(JsonReading.count(parser));
            case "model" -> model = JsonReading.text(parser, model);
            case "choices" -> choices(parser);
            case "usage" -> usage = UsageReader.read(parser);
            case "provider" -> provider = JsonReading.text(parser, provider);
            default -> {
                Object value = JsonReading.any(parser);
                error |= name.equals("error") && value != null;
                further = JsonReading.add(further, name, value);
            }
        }
    }

    private void created(Long seconds) {
        if (seconds == null || !seconds.equals(created)) {
            created = seconds;
        }
    }

    private void choices(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            ChatChunk.Choice choice = choice(parser, choices == null ? 0 : choices.size());
            if (choices == null) {
                choices = List.of(choice); // one is the rule
            } else {
                choices = new ArrayList<>(choices);
                choices.add(choice);
            }
        }
    }

    private ChatChunk.Choice choice(JsonParser parser, int position) throws IOException {
        int index = position;
        ChatMessage delta = NOTHING;
        String finishReason = null;
        Map<String, Object> others = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "index" -> {
                    Long number = JsonReading.count(parser);
                    index = number == null ? position : number.intValue();
                }
                // a server that keeps its whole answer back may send it as message
                case "delta", "message" -> delta = turns.read(parser);
                case "finish_reason" -> finishReason = JsonReading.text(parser);
                default -> others = JsonReading.add(others, name, JsonReading.any(parser));
            }
        }
        return new ChatChunk.Choice(index, delta, finishReason, others);
    }
}
