package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.exchange.upload.Attached;
import ai.fastrouter.camel.gateway.wire.JsonText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Makes text of what is not text: by Camel's type converters where there is one, else as JSON. Thread-safe.
 */
public final class TextOf {

    private final CamelContext context;
    private final Supplier<ObjectMapper> mapper;

    /** @param mapper writes objects that Camel does not know; asked for when the first one comes */
    public TextOf(CamelContext context, Supplier<ObjectMapper> mapper) {
        this.context = context;
        this.mapper = mapper;
    }

    /**
     * The text; empty for null.
     *
     * @throws IllegalArgumentException if there is none; the text names the type
     */
    String of(Exchange exchange, Object value) throws IOException {
        if (value == null) {
            return "";
        }
        if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            return json(value);
        }
        TypeConverterRegistry converters = context.getTypeConverterRegistry();
        boolean known = value instanceof StreamCache
                || value instanceof WrappedFile<?>
                || converters.lookup(String.class, value.getClass()) != null;
        if (known) {
            return converted(exchange, value);
        }
        if (isOfTheUser(value)) {
            return written(value);
        }
        throw unknown(value);
    }

    private String converted(Exchange exchange, Object value) throws IOException {
        StreamCache cache = value instanceof StreamCache stream ? stream : null;
        if (cache != null) {
            cache.reset();
        }
        try {
            String text = context.getTypeConverter().convertTo(String.class, exchange, value);
            if (text == null) {
                throw unknown(value);
            }
            return text;
        } catch (TypeConversionException e) {
            throw new IOException("No text of a " + value.getClass().getName(), e);
        } finally {
            if (cache != null) {
                cache.reset();
            }
        }
    }

    private String json(Object value) throws IOException {
        try {
            return JsonText.of(value);
        } catch (IllegalArgumentException e) {
            return written(value); // objects inside
        }
    }

    private String written(Object value) {
        try {
            return mapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unknown(value);
        }
    }

    /**
     * Classes of the JDK that nobody can convert are a mistake rather than data. So are attached things: to write one as JSON would
     * open it for writing.
     */
    private static boolean isOfTheUser(Object value) {
        String type = value.getClass().getName();
        return !Attached.isOne(value)
                && !type.startsWith("java.")
                && !type.startsWith("javax.")
                && !type.startsWith("[");
    }

    private static IllegalArgumentException unknown(Object value) {
        return new IllegalArgumentException("A body of type " + value.getClass().getName()
                + " can't be sent: it must be text, a request (ChatRequest, Map or JSON with messages), turns (ChatMessage),"
                + " media (file, bytes or stream), or an object that Jackson can write");
    }
}
