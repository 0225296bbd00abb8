package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.reply.Body;
import ai.fastrouter.camel.test.reply.Content.Rendered;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;

/** The head of an answer: status, headers, and what is said about the body. */
record Head(HttpResponse response, EntityDetails details, long declared) {

    static Head of(Reply reply, Rendered rendered) {
        HttpResponse response = new BasicHttpResponse(reply.status());
        Body body = rendered.body();
        boolean open = rendered.streamed() || reply.delivery().lengthUnknown || reply.delivery().gzip;
        long length = body == null || open ? -1 : body.length();
        String type = rendered.contentType();
        String encoding = reply.delivery().gzip ? "gzip" : null;
        if (rendered.streamed()) {
            response.addHeader("Cache-Control", "no-cache");
        }
        for (Map.Entry<String, String> header : reply.headers()) {
            switch (header.getKey().toLowerCase(java.util.Locale.ROOT)) {
                case "content-type" -> type = header.getValue();
                case "content-length" -> length = Long.parseLong(header.getValue());
                case "content-encoding" -> encoding = header.getValue();
                default -> response.addHeader(header.getKey(), header.getValue());
            }
        }
        return new Head(response, body == null ? null : new Details(length, type, encoding), length);
    }

    private record Details(long length, String type, String encoding) implements EntityDetails {

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getContentEncoding() {
            return encoding;
        }

        @Override
        public boolean isChunked() {
            return length < 0;
        }

        @Override
        public Set<String> getTrailerNames() {
            return Set.of();
        }
    }
}
