package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.model.TokenUsage;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Reads a {@code usage} object. */
public final class UsageReader {

    private Long prompt;
    private Long completion;
    private Long total;
    private Long reasoning;
    private Long cached;
    private Long promptAudio;
    private Long completionAudio;
    private BigDecimal cost;
    private String provider;
    private Map<String, Object> further;

    private UsageReader() {}

    /** With the parser at the value; null if it is no object. */
    public static TokenUsage read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        UsageReader reader = new UsageReader();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            reader.field(name, parser);
        }
        return reader.usage();
    }

    /** {@code input_tokens} and {@code output_tokens} are how transcriptions spell it. */
    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "prompt_tokens", "input_tokens" -> prompt = JsonReading.count(parser);
            case "completion_tokens", "output_tokens" -> completion = JsonReading.count(parser);
            case "total_tokens" -> total = JsonReading.count(parser);
            case "cost" -> cost = JsonReading.decimal(parser);
            case "provider" -> provider = JsonReading.text(parser);
            case "prompt_tokens_details", "completion_tokens_details", "input_token_details", "output_token_details" ->
                details(name, parser);
            default -> further = JsonReading.add(further, name, JsonReading.any(parser));
        }
    }

    private void details(String parent, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Map<String, Object> others = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "cached_tokens" -> cached = JsonReading.count(parser);
                case "reasoning_tokens" -> reasoning = JsonReading.count(parser);
                case "audio_tokens" -> audio(parent, JsonReading.count(parser));
                default -> others = JsonReading.add(others, name, JsonReading.any(parser));
            }
        }
        if (others != null) {
            further = JsonReading.add(further, parent, others);
        }
    }

    private void audio(String parent, Long count) {
        if (parent.startsWith("prompt") || parent.startsWith("input")) {
            promptAudio = count;
        } else {
            completionAudio = count;
        }
    }

    private TokenUsage usage() {
        return new TokenUsage(
                prompt, completion, total, reasoning, cached, promptAudio, completionAudio, cost, provider, further);
    }
}
