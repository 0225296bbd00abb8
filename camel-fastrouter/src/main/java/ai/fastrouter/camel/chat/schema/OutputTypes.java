package ai.fastrouter.camel.chat.schema;

import ai.fastrouter.camel.chat.request.SchemaName;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.gateway.wire.RawJson;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** The classes of the option {@code outputClass} and its header, each looked at once. Thread-safe. */
public final class OutputTypes {

    private final CamelContext context;
    private final Supplier<ObjectMapper> mapper;
    private final Map<Class<?>, OutputType> types = new ConcurrentHashMap<>();

    public OutputTypes(CamelContext context, Supplier<ObjectMapper> mapper) {
        this.context = context;
        this.mapper = mapper;
    }

    /**
     * The endpoint's own class.
     *
     * @param value a class or its name; null gives null
     * @throws IllegalArgumentException if there is no such class, or it has no properties
     */
    public OutputType ofEndpoint(Object value) {
        if (value == null) {
            return null;
        }
        Class<?> type = value instanceof Class<?> given
                ? given
                : context.getClassResolver().resolveClass(value.toString().trim());
        if (type == null) {
            throw new IllegalArgumentException(
                    "Option outputClass=" + value + " is not valid: it must be the full name of a class");
        }
        return types.computeIfAbsent(type, this::create);
    }

    /**
     * The class a header gives. A name is not taken from a header: messages may come from outside, and must not choose what is
     * loaded.
     */
    public OutputType ofHeader(Object value) throws FastRouterRequestException {
        try {
            if (value instanceof Class<?> type) {
                return types.computeIfAbsent(type, this::create);
            }
            throw new IllegalArgumentException("Header CamelFastRouterOutputClass is not valid: it must be a Class");
        } catch (IllegalArgumentException e) {
            throw new FastRouterRequestException(e.getMessage(), ErrorDetails.ofCode("invalid_option"), null);
        }
    }

    private OutputType create(Class<?> type) {
        try {
            RawJson schema = RawJson.of(JsonText.of(SchemaName.wrapped(ClassSchema.of(type, mapper.get()))));
            return new OutputType(
                    schema,
                    mapper.get().readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS),
                    type.getName());
        } catch (IOException e) {
            throw new IllegalArgumentException("Option outputClass=" + type.getName() + " has no JSON schema", e);
        }
    }
}
