package ai.fastrouter.camel.test.chat;

import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.completion.ChatScript;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How an answer is given: cut at stop texts and token limits, with reasoning, spoken. */
final class Manner {

    private Manner() {}

    static ChatScript of(JsonNode body, String text) {
        String stopped = stopped(body.path("stop"), text);
        long tokens = body.path("max_tokens")
                .asLong(body.path("max_completion_tokens").asLong(Integer.MAX_VALUE));
        long limit = 4 * Math.min(tokens, Integer.MAX_VALUE);
        boolean cut = stopped.length() > limit;
        String told = cut ? stopped.substring(0, (int) limit) : stopped;
        return ChatScript.text(told).with(script -> {
            script.finishReason = cut ? "length" : "stop";
            reasoning(body.path("reasoning"), script);
            if (body.has("audio")) {
                script.spoken = spoken(body.at("/audio/format").asText(), told);
            }
        });
    }

    private static String stopped(JsonNode stop, String text) {
        String result = text;
        if (stop.isTextual()) {
            result = before(stop.asText(), result);
        }
        for (JsonNode one : stop) {
            result = before(one.asText(), result);
        }
        return result;
    }

    private static String before(String stop, String text) {
        int at = text.indexOf(stop);
        return at < 0 ? text : text.substring(0, at);
    }

    private static void reasoning(JsonNode reasoning, ChatScript script) {
        if (!reasoning.isObject()
                || !reasoning.path("enabled").asBoolean(true)
                || "none".equals(reasoning.path("effort").asText())) {
            return;
        }
        String thought = "The question is clear. I look for what I know about it and answer briefly.";
        int factor = switch (reasoning.path("effort").asText("medium")) {
            case "minimal", "low" -> 1;
            case "high", "xhigh", "max" -> 4;
            default -> 2;
        };
        script.reasoningTokens = factor * 20;
        script.reasoning = reasoning.path("exclude").asBoolean(false) ? null : thought;
    }

    private static ChatScript.Spoken spoken(String format, String text) {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        try {
            Voice.speak(text.isEmpty() ? "..." : text, AudioFormat.of(format).orElse(AudioFormat.PCM), 1, audio);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChatScript.Spoken(audio.toByteArray(), text);
    }
}
