package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.wire.RawJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings together what says a field of the request: {@code additionalBody} before headers, headers before the body, the body before
 * the endpoint. A field is taken as a whole from where it comes.
 */
final class FieldMerge {

    /** Which options' headers win over the body's own field. */
    private static final Map<String, List<Option<?>>> SOURCES = sources();

    private FieldMerge() {}

    /** Whether the answer is to be streamed. */
    static boolean isStream(OptionValues values, Draft draft) {
        if (!values.isOverridden(ChatOptions.STREAM) && draft.fields().get("stream") instanceof Boolean stream) {
            return stream;
        }
        return values.get(ChatOptions.STREAM, false);
    }

    /** All fields but {@code messages}. */
    static Map<String, Object> merged(OptionValues values, Draft draft, RawJson classSchema, boolean stream) {
        Map<String, Object> fields = RequestFields.of(values, classSchema, stream);
        for (Map.Entry<String, Object> field : draft.fields().entrySet()) {
            String name = field.getKey();
            boolean ours = name.equals("messages") || name.equals("stream") || !stream && name.equals("stream_options");
            if (!ours && !isOverridden(values, name)) {
                fields.put(name, field.getValue());
            }
        }
        if (draft.fields().containsKey("max_completion_tokens")) {
            // one of the two, never both (OpenAI); a header says max_tokens
            fields.remove(values.isOverridden(ChatOptions.MAX_TOKENS) ? "max_completion_tokens" : "max_tokens");
        }
        addLast(fields, values);
        return fields;
    }

    /** Lays {@code additionalBody} over the fields. */
    static void addLast(Map<String, Object> fields, OptionValues values) {
        Map<String, Object> last = values.get(ChatOptions.ADDITIONAL_BODY);
        if (last != null) {
            fields.putAll(last);
            if (last.containsKey("max_completion_tokens") && !last.containsKey("max_tokens")) {
                fields.remove("max_tokens");
            }
        }
    }

    /** The model a request without a body of its own asks for; null when none. */
    static String model(OptionValues values) {
        Map<String, Object> last = values.get(ChatOptions.ADDITIONAL_BODY);
        return last != null && last.get("model") instanceof String model ? model : values.get(ChatOptions.MODEL);
    }

    private static boolean isOverridden(OptionValues values, String field) {
        for (Option<?> option : SOURCES.getOrDefault(field, List.of())) {
            if (values.isOverridden(option)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Option<?>>> sources() {
        Map<String, List<Option<?>>> sources = new HashMap<>();
        sources.put("model", List.of(ChatOptions.MODEL));
        sources.put("models", List.of(ChatOptions.MODELS));
        sources.put("temperature", List.of(ChatOptions.TEMPERATURE));
        sources.put("max_tokens", List.of(ChatOptions.MAX_TOKENS));
        sources.put("top_p", List.of(ChatOptions.TOP_P));
        sources.put("frequency_penalty", List.of(ChatOptions.FREQUENCY_PENALTY));
        sources.put("presence_penalty", List.of(ChatOptions.PRESENCE_PENALTY));
        sources.put("stop", List.of(ChatOptions.STOP));
        sources.put("seed", List.of(ChatOptions.SEED));
        sources.put("user", List.of(ChatOptions.USER));
        sources.put("request_tags", List.of(ChatOptions.REQUEST_TAGS));
        sources.put("aspectRatio", List.of(ChatOptions.ASPECT_RATIO));
        sources.put("tools", List.of(ChatOptions.TOOLS));
        sources.put("tool_choice", List.of(ChatOptions.TOOL_CHOICE));
        sources.put(
                "provider",
                List.of(ChatOptions.PROVIDER_ONLY, ChatOptions.PROVIDER_ORDER, ChatOptions.PROVIDER_ALLOW_FALLBACKS));
        sources.put(
                "reasoning",
                List.of(
                        ChatOptions.REASONING_EFFORT,
                        ChatOptions.REASONING_MAX_TOKENS,
                        ChatOptions.REASONING_EXCLUDE,
                        ChatOptions.REASONING_ENABLED));
        sources.put(
                "response_format",
                List.of(ChatOptions.RESPONSE_FORMAT, ChatOptions.JSON_SCHEMA, ChatOptions.OUTPUT_CLASS));
        sources.put("modalities", List.of(ChatOptions.MODALITIES));
        sources.put("audio", List.of(ChatOptions.AUDIO_VOICE, ChatOptions.AUDIO_FORMAT));
        sources.put("stream_options", List.of(ChatOptions.INCLUDE_USAGE));
        return Map.copyOf(sources);
    }
}
