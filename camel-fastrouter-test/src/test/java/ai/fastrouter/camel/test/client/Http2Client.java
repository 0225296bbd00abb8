package ai.fastrouter.camel.test.client;

import ai.fastrouter.camel.test.LocalGateway;
import java.io.Closeable;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequester;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2MultiplexingRequesterBootstrap;
import org.apache.hc.core5.http2.ssl.H2ClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** An HTTP/2 client over TLS. The JDK's own forbids pushes in a way that httpcore's server of this version refuses. */
public final class Http2Client implements Closeable {

    private final H2MultiplexingRequester requester = H2MultiplexingRequesterBootstrap.bootstrap()
            .setTlsStrategy(new H2ClientTlsStrategy(SelfSigned.context()))
            .create();
    private final HttpHost host;

    public Http2Client(LocalGateway gateway) {
        requester.start();
        host = new HttpHost("https", "127.0.0.1", gateway.port());
    }

    public Future<Message<HttpResponse, String>> chat(String json) {
        return requester.execute(
                AsyncRequestBuilder.post()
                        .setHttpHost(host)
                        .setPath("/api/v1/chat/completions")
                        .addHeader("Authorization", "Bearer k")
                        .setEntity(new StringAsyncEntityProducer(json, ContentType.APPLICATION_JSON))
                        .build(),
                new BasicResponseConsumer<>(new StringAsyncEntityConsumer()),
                Timeout.ofSeconds(10),
                null);
    }

    @Override
    public void close() {
        requester.close(CloseMode.IMMEDIATE);
    }
}
