package ai.fastrouter.camel.chat.schema;

import ai.fastrouter.camel.exchange.OptionSource;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** The ObjectMapper of an endpoint, made or found when the first object needs one. Thread-safe. */
public final class Mappers implements Supplier<ObjectMapper> {

    private final CamelContext context;
    private final ObjectMapper given;
    private final boolean discover;
    private ObjectMapper mapper;

    /** Options {@code objectMapper} and {@code autoDiscoverObjectMapper}. */
    public Mappers(CamelContext context, OptionSource options) {
        this.context = context;
        this.given = (ObjectMapper) options.get("objectMapper");
        this.discover = Boolean.TRUE.equals(options.get("autoDiscoverObjectMapper"));
    }

    @Override
    public synchronized ObjectMapper get() {
        if (mapper == null) {
            mapper = given != null
                    ? given
                    : discover ? CamelContextHelper.findSingleByType(context, ObjectMapper.class) : null;
            mapper = mapper == null ? standard() : mapper;
        }
        return mapper;
    }

    /** Takes fields it does not know, writes dates as text, and knows the modules on the class path. */
    private static ObjectMapper standard() {
        return JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}
