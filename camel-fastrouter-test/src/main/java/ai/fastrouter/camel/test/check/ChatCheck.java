package ai.fastrouter.camel.test.check;

import ai.fastrouter.camel.test.RecordedRequest;

/** Chat completion requests. */
public final class ChatCheck {

    private static final String[] RATIOS = {"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"};

    private ChatCheck() {}

    /** Refuses a request that the gateways would refuse. */
    public static void check(RecordedRequest request) {
        Fields body = JsonBody.of(request);
        if (!request.arouter()) {
            body.require("model");
        }
        body.text("model").require("messages");
        MessageCheck.check(body);
        sampling(body, request.arouter());
        stream(body);
        RoutingCheck.check(body, request.arouter());
        ToolCheck.check(body);
        ResponseFormatCheck.check(body);
        reasoning(body);
        spoken(body);
        extensions(body);
    }

    private static void sampling(Fields body, boolean arouter) {
        body.number("temperature", 0, 2)
                .integer("max_tokens", 1, Long.MAX_VALUE)
                .integer("max_completion_tokens", 1, Long.MAX_VALUE)
                .notBoth("max_tokens", "max_completion_tokens")
                .number("top_p", 0, 1)
                .number("frequency_penalty", -2, 2)
                .number("presence_penalty", -2, 2)
                .integer("seed", Long.MIN_VALUE, Long.MAX_VALUE)
                .integer("n", 1, 128)
                .bool("logprobs")
                .integer("top_logprobs", 0, 20)
                .object("logit_bias", bias -> {})
                .integer("top_k", 0, Long.MAX_VALUE)
                .number("min_p", 0, 1)
                .number("top_a", 0, 1)
                .number("repetition_penalty", Double.MIN_VALUE, 2);
        if (arouter) {
            body.check("top_p", value -> value.asDouble() > 0, "must be above 0");
        }
        body.check(
                "stop",
                value -> value.isTextual() ? !value.asText().isEmpty() : Fields.isTexts(value, 1, 4),
                "must be a text or an array of 1 to 4 texts");
    }

    private static void stream(Fields body) {
        body.bool("stream");
        if (body.has("stream_options") && !body.get("stream").asBoolean(false)) {
            throw body.bad("stream_options", "is only allowed together with stream: true");
        }
        body.object("stream_options", options -> options.bool("include_usage"));
        if (body.get("stream").asBoolean(false)) {
            for (String guardrails : new String[] {"input_guardrails", "output_guardrails"}) {
                if (body.has(guardrails)) {
                    throw body.bad(guardrails, "cannot be combined with stream: true");
                }
            }
        }
    }

    private static void reasoning(Fields body) {
        body.object("reasoning", reasoning -> {
            reasoning
                    .oneOf("effort", "none", "minimal", "low", "medium", "high", "xhigh", "max", "trending")
                    .integer("max_tokens", 1024, 32_000)
                    .notBoth("effort", "max_tokens")
                    .bool("exclude")
                    .bool("enabled");
            for (String outer : new String[] {"max_tokens", "max_completion_tokens"}) {
                if (body.has(outer)
                        && reasoning.has("max_tokens")
                        && body.get(outer).asLong()
                                <= reasoning.get("max_tokens").asLong()) {
                    throw body.bad(outer, "must be larger than reasoning.max_tokens");
                }
            }
        });
    }

    private static void spoken(Fields body) {
        body.texts("modalities", 1, 3);
        boolean audio = false;
        for (var modality : body.get("modalities")) {
            if (!"text".equals(modality.asText())
                    && !"audio".equals(modality.asText())
                    && !"image".equals(modality.asText())) {
                throw body.bad("modalities", "must hold text, audio or image but holds " + modality);
            }
            audio |= "audio".equals(modality.asText());
        }
        if (audio && !body.has("audio")) {
            throw body.bad("audio", "is required when modalities hold audio");
        }
        if (!audio && body.has("audio")) {
            throw body.bad("audio", "needs modalities that hold audio");
        }
        body.object("audio", spoken -> {
            spoken.require("voice").text("voice").require("format");
            spoken.oneOf("format", "mp3", "wav", "flac", "opus", "aac", "pcm16");
            if (body.get("stream").asBoolean(false)
                    && !"pcm16".equals(spoken.get("format").asText())) {
                throw spoken.bad("format", "must be pcm16 when the answer is streamed");
            }
        });
    }

    private static void extensions(Fields body) {
        body.oneOf("aspectRatio", RATIOS)
                .text("prompt")
                .integer("duration", 1, Long.MAX_VALUE)
                .text("user")
                .object("metadata", metadata -> {})
                .texts("request_tags", 1, Integer.MAX_VALUE)
                .texts("input_guardrails", 1, Integer.MAX_VALUE)
                .texts("output_guardrails", 1, Integer.MAX_VALUE)
                .objects("plugins", 0, (i, plugin) -> plugin.require("id").text("id"))
                .object("web_search_options", web -> web.oneOf("search_context_size", "low", "medium", "high"))
                .object(
                        "cache",
                        cache -> cache.integer("expiration_time", 60, 86_400)
                                .bool("filter_on_model")
                                .bool("filter_on_provider")
                                .number("similarity_threshold", 0, 1)
                                .integer("last_n_turns", 0, Long.MAX_VALUE))
                .text("prompt_id")
                .object("variables", variables -> {})
                .texts("analysis_models", 1, 5);
    }
}
