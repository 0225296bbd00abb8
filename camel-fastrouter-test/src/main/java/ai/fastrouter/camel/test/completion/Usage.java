package ai.fastrouter.camel.test.completion;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Counts tokens, about four characters each, and their price: 1 USD per million in, 4 USD per million out. */
final class Usage {

    private static final BigDecimal IN = new BigDecimal("0.000001");
    private static final BigDecimal OUT = new BigDecimal("0.000004");

    private Usage() {}

    static ObjectNode of(ChatScript script, RecordedRequest request, String id, String provider) {
        int audioIn = audioTokens(request.json().path("messages"));
        int prompt = Math.max(1, promptTokens(request.json().path("messages")) + audioIn);
        int reasoning = script.reasoningTokens >= 0 ? script.reasoningTokens : tokens(script.reasoning);
        int audioOut = script.spoken == null ? 0 : 4 * Math.max(1, tokens(script.spoken.transcript()));
        int answer = tokens(script.text()) + reasoning + audioOut;
        for (ChatScript.Call call : script.toolCalls) {
            answer += 4 + tokens(call.arguments());
        }
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        usage.put("prompt_tokens", prompt).put("completion_tokens", answer).put("total_tokens", prompt + answer);
        BigDecimal cost = IN.multiply(BigDecimal.valueOf(prompt)).add(OUT.multiply(BigDecimal.valueOf(answer)));
        usage.put("cost", cost);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", audioIn);
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", reasoning)
                .put("audio_tokens", audioOut);
        if (request.arouter()) {
            usage.put("is_byok", false);
        } else {
            usage.put("chat_id", id).put("provider", provider).put("credits_used", cost);
        }
        return usage;
    }

    static int tokens(String text) {
        return text == null ? 0 : (text.length() + 3) / 4;
    }

    private static int promptTokens(JsonNode messages) {
        int tokens = 0;
        for (JsonNode message : messages) {
            JsonNode content = message.path("content");
            tokens += 3 + tokens(content.textValue());
            for (JsonNode part : content.isArray() ? content : JsonNodeFactory.instance.arrayNode()) {
                tokens += part.has("text") ? tokens(part.path("text").textValue()) : 85;
            }
        }
        return tokens;
    }

    private static int audioTokens(JsonNode messages) {
        int tokens = 0;
        for (JsonNode message : messages) {
            for (JsonNode part : message.path("content")) {
                tokens += part.path("input_audio").path("data").asText("").length() / 4000;
            }
        }
        return tokens;
    }
}
