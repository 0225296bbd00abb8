package ai.fastrouter.camel.test.client;

import ai.fastrouter.camel.test.LocalGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends requests to a gateway the plain way. */
public final class Call {

    public static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private Call() {}

    public static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer sk-v1-test")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60));
    }

    public static HttpResponse<String> post(String url, String json) throws IOException, InterruptedException {
        return CLIENT.send(
                to(url).POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public static HttpResponse<String> chat(LocalGateway gateway, String question)
            throws IOException, InterruptedException {
        return post(gateway.baseUrl() + "/chat/completions", chatJson(question, false));
    }

    public static HttpResponse<String> stream(LocalGateway gateway, String question)
            throws IOException, InterruptedException {
        return post(gateway.baseUrl() + "/chat/completions", chatJson(question, true));
    }

    public static String chatJson(String question, boolean stream) {
        return "{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]"
                + (stream ? ",\"stream\":true}" : "}");
    }
}
