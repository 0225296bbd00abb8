package ai.fastrouter.camel.test.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Builds a form by hand. */
public final class Multipart {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String fileName, String contentType, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                        + contentType,
                content);
    }

    public Multipart part(String headers, byte[] content) {
        body.writeBytes(("--XX\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] unfinished() {
        return body.toByteArray();
    }

    public byte[] bytes() {
        body.writeBytes("--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    public HttpResponse<String> post(String url) throws Exception {
        return send(url, HttpRequest.BodyPublishers.ofByteArray(bytes()));
    }

    public static HttpResponse<String> send(String url, HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = Call.to(url)
                .setHeader("Content-Type", "multipart/form-data; boundary=XX")
                .POST(body)
                .build();
        return Call.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
