package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Writes values as JSON text, for use outside of requests. */
public final class JsonText {

    private JsonText() {}

    /**
     * The JSON of maps, lists, texts, numbers, booleans and the records of chat.
     *
     * @throws IllegalArgumentException if something in it is of another type
     * @throws IOException if media in it can't be read
     */
    public static String of(Object value) throws IOException {
        try (RequestJson json = new RequestJson(256)) {
            RequestBody body = json.value(value).toBody();
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(body.length(), Integer.MAX_VALUE - 8));
            for (RequestBody.Segment segment : body.segments()) {
                if (segment instanceof RequestBody.Bytes bytes) {
                    out.write(
                            bytes.buffer().array(),
                            bytes.buffer().position(),
                            bytes.buffer().remaining());
                } else if (segment instanceof RequestBody.Source source) {
                    try (InputStream in = source.opener().open()) {
                        in.transferTo(out);
                    }
                }
            }
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
