package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.wire.RawJson;
import java.util.Map;
import java.util.TreeMap;

/** Works out {@code response_format} from {@code responseFormat}, {@code jsonSchema} and {@code outputClass}. */
final class AnswerFormat {

    private AnswerFormat() {}

    /**
     * @param classSchema the schema of {@code outputClass}; null when that is unset
     * @return null when nothing is to be sent
     */
    static Object of(OptionValues values, RawJson classSchema, boolean stream) {
        Option<?> dropped = Exclusion.dropped(values, ChatOptions.JSON_SCHEMA, ChatOptions.OUTPUT_CLASS);
        RawJson schema = values.get(ChatOptions.JSON_SCHEMA);
        boolean ofClass = values.has(ChatOptions.OUTPUT_CLASS) && dropped != ChatOptions.OUTPUT_CLASS;
        if (ofClass) {
            schema = classSchema;
            refuse(
                    stream,
                    values,
                    ChatOptions.OUTPUT_CLASS,
                    "stream=true: the answer must be whole to be turned into it");
        }
        String format = values.get(ChatOptions.RESPONSE_FORMAT);
        if (format == null || format.equals("json_schema")) {
            if (format != null && schema == null) {
                throw new IllegalArgumentException(Exclusion.named(values, ChatOptions.RESPONSE_FORMAT)
                        + "=json_schema needs the option jsonSchema or outputClass");
            }
            return schema == null ? null : new TreeMap<>(Map.of("type", "json_schema", "json_schema", schema));
        }
        // a header may ask for plain text where the endpoint has a schema
        Option<?> source = ofClass ? ChatOptions.OUTPUT_CLASS : ChatOptions.JSON_SCHEMA;
        boolean headerWins = values.isOverridden(ChatOptions.RESPONSE_FORMAT) && !values.isOverridden(source);
        refuse(schema != null && !headerWins, values, source, "responseFormat=" + format);
        return Map.of("type", format);
    }

    /** Whether the body is to become an object of {@code outputClass}. */
    static boolean isOfClass(OptionValues values) {
        return values.has(ChatOptions.OUTPUT_CLASS)
                && Exclusion.dropped(values, ChatOptions.JSON_SCHEMA, ChatOptions.OUTPUT_CLASS)
                        != ChatOptions.OUTPUT_CLASS
                && values.get(ChatOptions.RESPONSE_FORMAT, "json_schema").equals("json_schema");
    }

    private static void refuse(boolean both, OptionValues values, Option<?> option, String with) {
        if (both) {
            throw new IllegalArgumentException(
                    Exclusion.named(values, option) + " can't be used together with " + with);
        }
    }
}
