package ai.fastrouter.camel.benchmark.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** The least that a call can cost: the bare asynchronous client and Jackson, no Camel, the answer used on the I/O thread. */
public final class Floor implements Subject {

    private final ObjectMapper mapper = new ObjectMapper();
    private final CloseableHttpAsyncClient client;
    private final URI uri;
    private final boolean stream;

    public Floor(String baseUrl, boolean stream) {
        this.uri = URI.create(baseUrl + "/chat/completions");
        this.stream = stream;
        client = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(20_000)
                        .setMaxConnPerRoute(20_000)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
        client.start();
    }

    @Override
    public String name() {
        return "floor: httpclient5 async + Jackson";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public void call(Done done) {
        BasicRequestProducer request;
        try {
            request = new BasicRequestProducer(
                    Method.POST, uri, new BasicAsyncEntityProducer(body(), ContentType.APPLICATION_JSON));
        } catch (IOException e) {
            done.ended(e);
            return;
        }
        if (stream) {
            send(request, new LineCounter(mapper), done, chunks -> chunks >= Question.CHUNKS);
        } else {
            send(request, new BasicAsyncEntityConsumer(), done, this::isAnswer);
        }
    }

    private byte[] body() throws IOException {
        ObjectNode request =
                mapper.createObjectNode().put("model", Question.MODEL).put("stream", stream);
        request.putArray("messages").addObject().put("role", "user").put("content", Question.TEXT);
        return mapper.writeValueAsBytes(request);
    }

    private boolean isAnswer(byte[] body) {
        try {
            JsonNode answer = mapper.readTree(body);
            return answer.path("choices")
                    .path(0)
                    .path("message")
                    .path("content")
                    .asText()
                    .startsWith(Question.ANSWER_BEGINS);
        } catch (IOException e) {
            return false;
        }
    }

    private <T> void send(
            BasicRequestProducer request,
            AsyncEntityConsumer<T> consumer,
            Done done,
            java.util.function.Predicate<T> check) {
        client.execute(request, new BasicResponseConsumer<>(consumer), new FutureCallback<>() {
            @Override
            public void completed(Message<HttpResponse, T> answer) {
                done.ended(check.test(answer.getBody()) ? null : new IllegalStateException("not the answer"));
            }

            @Override
            public void failed(Exception failure) {
                done.ended(failure);
            }

            @Override
            public void cancelled() {
                done.ended(new IllegalStateException("cancelled"));
            }
        });
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
