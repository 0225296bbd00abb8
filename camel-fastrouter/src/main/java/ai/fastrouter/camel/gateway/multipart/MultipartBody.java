package ai.fastrouter.camel.gateway.multipart;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Puts a form with files together (RFC 7578, names escaped as WHATWG says): what is in memory as it is, files and streams as
 * references, so that the length is exact and no file is read here. Parts are sent in the order they were added; a name may be
 * repeated. For one form and one thread.
 */
public final class MultipartBody {

    private static final String ANY_TYPE = "application/octet-stream";

    private final String boundary = "form-" + UUID.randomUUID();
    private final List<RequestBody.Segment> segments = new ArrayList<>(3);
    /** What lies between two contents: delimiters, part headers, plain fields. */
    private final StringBuilder between = new StringBuilder(512);

    /** A plain field, as UTF-8. The value is sent as it is. */
    public MultipartBody text(String name, String value) {
        beginPart(name);
        between.append("\r\n\r\n").append(value).append("\r\n");
        return this;
    }

    /**
     * A file, or anything else with a type.
     *
     * @param fileName    null for none
     * @param contentType for example {@code audio/mpeg}; null for {@code application/octet-stream}
     * @param content     its length must be exact
     * @throws FastRouterRequestException if the content type is none
     */
    public MultipartBody file(String name, String fileName, String contentType, RequestBody.Segment content)
            throws FastRouterRequestException {
        return file(name, fileName, contentType, List.of(content));
    }

    /** A file whose content lies in several pieces. */
    public MultipartBody file(String name, String fileName, String contentType, List<RequestBody.Segment> content)
            throws FastRouterRequestException {
        String type = contentType == null ? ANY_TYPE : contentType;
        if (!MediaTypes.isValid(type)) {
            throw new FastRouterRequestException(
                    "The content type of the part " + name + ", \"" + MediaTypes.shown(type)
                            + "\", is not valid: it must be like audio/mpeg",
                    ErrorDetails.ofCode("invalid_content_type"),
                    null);
        }
        for (RequestBody.Segment piece : content) {
            if (piece.length() < 0) {
                throw new IllegalArgumentException("The length of " + name + " is " + piece.length());
            }
        }
        beginPart(name);
        if (fileName != null) {
            between.append("; filename=");
            quote(fileName);
        }
        between.append("\r\nContent-Type: ").append(type).append("\r\n\r\n");
        endRun();
        for (RequestBody.Segment piece : content) {
            if (piece.length() > 0) {
                segments.add(piece);
            }
        }
        between.append("\r\n");
        return this;
    }

    /** The body, which can be sent more than once if its contents can. The last call: nothing may be added afterwards. */
    public RequestBody build() {
        between.append("--").append(boundary).append("--\r\n");
        endRun();
        return new RequestBody("multipart/form-data; boundary=" + boundary, List.copyOf(segments));
    }

    private void beginPart(String name) {
        between.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=");
        quote(name);
    }

    private void endRun() {
        segments.add(new RequestBody.Bytes(ByteBuffer.wrap(between.toString().getBytes(StandardCharsets.UTF_8))));
        between.setLength(0);
    }

    /** Percent-encodes what would end the quotes or the line, as browsers do, and other control characters, which servers refuse. */
    private void quote(String text) {
        between.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c < ' ' || c == 0x7F) {
                between.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            } else {
                between.append(c);
            }
        }
        between.append('"');
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
