package ai.fastrouter.camel.gateway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.OutputStream;

/** Jackson's streaming reader and writer as this component uses them. No data binding. */
public final class Json {

    /** Base64 audio in one string may be long; how long is bounded by the size of the whole answer. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // names are compared by equals; interning them takes a lock of the whole JVM
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private Json() {}

    /** Reads JSON in UTF-8. */
    public static JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
        return FACTORY.createParser(bytes, offset, length);
    }

    /** Reads JSON from a text. */
    public static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    /** Writes JSON in UTF-8. Closing the generator gives its buffers back and leaves the stream open. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }
}
