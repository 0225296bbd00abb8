package ai.fastrouter.camel.test.reply;

import ai.fastrouter.camel.test.RecordedRequest;
import java.nio.charset.StandardCharsets;

/** What an answer says; may depend on the request. */
@FunctionalInterface
public interface Content {

    /** The body for the request and its content type. */
    Rendered render(RecordedRequest request);

    /** A content type ({@code null} for none), a body ({@code null} for none), and whether it is a live stream. */
    record Rendered(String contentType, Body body, boolean streamed) {

        /** A body that is not a stream. */
        public Rendered(String contentType, Body body) {
            this(contentType, body, false);
        }
    }

    /** The same text for every request. */
    static Content text(String contentType, String text) {
        return of(contentType, Bodies.bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for every request. */
    static Content of(String contentType, Body body) {
        Rendered rendered = new Rendered(contentType, body);
        return request -> rendered;
    }
}
