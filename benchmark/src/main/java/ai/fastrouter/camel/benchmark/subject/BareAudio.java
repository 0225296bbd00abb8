package ai.fastrouter.camel.benchmark.subject;

import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** The bare asynchronous client, for audio. */
abstract class BareAudio implements Subject {

    final CloseableHttpAsyncClient client = HttpAsyncClientBuilder.create()
            .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDefaultTlsConfig(TlsConfig.custom()
                            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                            .build())
                    .build())
            .disableAutomaticRetries()
            .build();

    BareAudio() {
        client.start();
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }

    /** Ends a call when its answer is there. */
    static <T> FutureCallback<Message<HttpResponse, T>> ending(Done done, java.util.function.Predicate<T> check) {
        return new FutureCallback<>() {
            @Override
            public void completed(Message<HttpResponse, T> answer) {
                done.ended(check.test(answer.getBody()) ? null : new IllegalStateException("not whole"));
            }

            @Override
            public void failed(Exception failure) {
                done.ended(failure);
            }

            @Override
            public void cancelled() {
                done.ended(new IllegalStateException("cancelled"));
            }
        };
    }
}
