package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.TokenUsage;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a whole chat completion, or finds that a document is something else. */
public final class ResponseReader {

    private final TurnReader turns = new TurnReader();
    private String id;
    private String model;
    private Long created;
    private List<ChatResponse.Choice> choices;
    private TokenUsage usage;
    private String provider;
    private Map<String, Object> further;
    private boolean error;
    private boolean job;

    private ResponseReader() {}

    /**
     * Reads a document.
     *
     * @throws IOException if it is not one JSON object; the text may show parts of it and is not for logs
     */
    public static ResponseReader read(byte[] bytes, int length) throws IOException {
        ResponseReader reader = new ResponseReader();
        try (JsonParser parser = Json.parser(bytes, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                reader.field(name, parser);
            }
        }
        return reader;
    }

    /** The completion; without choices if there are none. */
    public ChatResponse response() {
        String who = provider == null && usage != null ? usage.provider() : provider;
        return new ChatResponse(id, model, created, choices, usage, who, further);
    }

    /** Whether it holds an error. */
    public boolean hasError() {
        return error;
    }

    /** Whether it is the state of a prompt-to-audio job. */
    public boolean isJob() {
        return job && choices == null;
    }

    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "id" -> id = JsonReading.text(parser);
            case "object" -> parser.skipChildren();
            case "created" -> created = JsonReading.count(parser);
            case "model" -> model = JsonReading.text(parser);
            case "choices" -> choices(parser);
            case "usage" -> usage = UsageReader.read(parser);
            case "provider" -> provider = JsonReading.text(parser);
            default -> {
                Object value = JsonReading.any(parser);
                error |= name.equals("error") && value != null;
                job |= name.equals("response_url") && value != null;
                further = JsonReading.add(further, name, value);
            }
        }
    }

    private void choices(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        choices = new ArrayList<>(1);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                choices.add(choice(parser, choices.size()));
            } else {
                parser.skipChildren();
            }
        }
    }

    private ChatResponse.Choice choice(JsonParser parser, int position) throws IOException {
        int index = position;
        ChatMessage message = null;
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
                case "message" -> message = turns.read(parser);
                case "finish_reason" -> finishReason = JsonReading.text(parser);
                default -> others = JsonReading.add(others, name, JsonReading.any(parser));
            }
        }
        ChatMessage said = message == null ? ChatMessage.assistant(null) : message;
        return new ChatResponse.Choice(index, said, finishReason, others);
    }
}
