package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.wire.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the values of options into fields of the request body, everything but {@code messages}. */
final class RequestFields {

    private final OptionValues values;
    private final boolean stream;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private RequestFields(OptionValues values, boolean stream) {
        this.values = values;
        this.stream = stream;
    }

    /**
     * The fields in the order in which they are written.
     *
     * @param classSchema the schema of {@code outputClass}; null when that is unset
     * @param stream      whether the answer is to be streamed
     * @throws IllegalArgumentException if two options exclude each other; the text names them
     */
    static Map<String, Object> of(OptionValues values, RawJson classSchema, boolean stream) {
        RequestFields request = new RequestFields(values, stream);
        request.plain();
        request.provider();
        request.reasoning();
        request.put("response_format", AnswerFormat.of(values, classSchema, stream));
        SpokenAnswer spoken = SpokenAnswer.of(values, stream);
        request.put("modalities", spoken.modalities());
        request.put("audio", spoken.audio());
        request.streaming();
        return request.fields;
    }

    private void plain() {
        put("model", ChatOptions.MODEL);
        put("models", ChatOptions.MODELS);
        put("temperature", ChatOptions.TEMPERATURE);
        put("max_tokens", ChatOptions.MAX_TOKENS);
        put("top_p", ChatOptions.TOP_P);
        put("frequency_penalty", ChatOptions.FREQUENCY_PENALTY);
        put("presence_penalty", ChatOptions.PRESENCE_PENALTY);
        put("stop", ChatOptions.STOP);
        put("seed", ChatOptions.SEED);
        put("user", ChatOptions.USER);
        put("request_tags", ChatOptions.REQUEST_TAGS);
        put("aspectRatio", ChatOptions.ASPECT_RATIO);
        put("tools", ChatOptions.TOOLS);
        put("tool_choice", ChatOptions.TOOL_CHOICE);
    }

    /** FastRouter: {@code only} or {@code order}, not both. */
    private void provider() {
        Map<String, Object> provider = new LinkedHashMap<>();
        Option<?> dropped = Exclusion.dropped(values, ChatOptions.PROVIDER_ONLY, ChatOptions.PROVIDER_ORDER);
        put(provider, "only", dropped == ChatOptions.PROVIDER_ONLY ? null : values.get(ChatOptions.PROVIDER_ONLY));
        put(provider, "order", dropped == ChatOptions.PROVIDER_ORDER ? null : values.get(ChatOptions.PROVIDER_ORDER));
        put(provider, "allow_fallbacks", values.get(ChatOptions.PROVIDER_ALLOW_FALLBACKS));
        put("provider", provider.isEmpty() ? null : provider);
    }

    /** FastRouter: {@code effort} or {@code max_tokens}, and the latter below the whole answer's limit. */
    private void reasoning() {
        Map<String, Object> reasoning = new LinkedHashMap<>();
        Option<?> dropped = Exclusion.dropped(values, ChatOptions.REASONING_EFFORT, ChatOptions.REASONING_MAX_TOKENS);
        Integer most =
                dropped == ChatOptions.REASONING_MAX_TOKENS ? null : values.get(ChatOptions.REASONING_MAX_TOKENS);
        Integer all = values.get(ChatOptions.MAX_TOKENS);
        if (most != null && all != null && most >= all) {
            throw new IllegalArgumentException(Exclusion.named(values, ChatOptions.REASONING_MAX_TOKENS) + "=" + most
                    + " is not valid: it must be less than "
                    + Exclusion.named(values, ChatOptions.MAX_TOKENS) + "=" + all);
        }
        put(
                reasoning,
                "effort",
                dropped == ChatOptions.REASONING_EFFORT ? null : values.get(ChatOptions.REASONING_EFFORT));
        put(reasoning, "max_tokens", most);
        put(reasoning, "exclude", values.get(ChatOptions.REASONING_EXCLUDE));
        put(reasoning, "enabled", values.get(ChatOptions.REASONING_ENABLED));
        put("reasoning", reasoning.isEmpty() ? null : reasoning);
    }

    private void streaming() {
        if (stream) {
            fields.put("stream", true);
            if (values.get(ChatOptions.INCLUDE_USAGE, true)) {
                fields.put("stream_options", Map.of("include_usage", true));
            }
        }
    }

    private void put(String name, Option<?> option) {
        put(name, values.get(option));
    }

    private void put(String name, Object value) {
        put(fields, name, value);
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
