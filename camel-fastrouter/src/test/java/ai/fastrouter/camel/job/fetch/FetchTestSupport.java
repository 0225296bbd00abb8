package ai.fastrouter.camel.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.http.AddressPolicy;
import ai.fastrouter.camel.gateway.http.HttpGatewayClient;
import ai.fastrouter.camel.gateway.http.HttpSettings;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.File;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from the local gateway into a directory of their own. */
abstract class FetchTestSupport {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    static final Timeouts TIMEOUTS = new Timeouts(20_000, 20_000, 20_000, 60_000);
    static final CamelContext CONTEXT = new DefaultCamelContext();
    static GatewayClient anywhere;
    static GatewayClient publicOnly;

    @TempDir
    Path directory;

    Path spoolTo;

    final BlockingQueue<Object> ends = new ArrayBlockingQueue<>(10);

    @BeforeAll
    static void open() {
        anywhere = HttpGatewayClient.create(CONTEXT, new HttpSettings());
        publicOnly = HttpGatewayClient.create(
                CONTEXT,
                new HttpSettings()
                        .addressPolicy(AddressPolicy.publicOnly())
                        .dnsResolver(new org.apache.hc.client5.http.SystemDefaultDnsResolver() {
                            @Override
                            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                                return host.equals("innocent.example")
                                        ? new InetAddress[] {InetAddress.getByName("127.0.0.1")}
                                        : super.resolve(host);
                            }
                        }));
    }

    @AfterAll
    static void close() {
        anywhere.close();
        publicOnly.close();
    }

    static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    static String url(String path) {
        return "http://127.0.0.1:" + gateway().port() + path;
    }

    Call begin(FetchRules rules, GatewayClient client, String url) {
        SpoolSettings spools = new SpoolSettings(1000, spoolTo == null ? directory : spoolTo, null);
        return new AudioFetch(rules, () -> client, spools, new CallListeners(), "fastrouter:prompt-to-audio")
                .fetch(url, new FetchListener() {
                    @Override
                    public void onFetched(FetchedAudio audio) {
                        ends.add(audio);
                    }

                    @Override
                    public void onFailed(FetchFailure failure) {
                        ends.add(failure);
                    }
                });
    }

    static FetchRules rules() {
        return new FetchRules(true, 0, FetchRules.types("audio/*,application/octet-stream"), TIMEOUTS);
    }

    <T> T end(Class<T> type) throws InterruptedException {
        Object end = ends.poll(20, TimeUnit.SECONDS);
        assertThat(end).isInstanceOf(type);
        return type.cast(end);
    }

    <T> T fetch(FetchRules rules, GatewayClient client, String url, Class<T> type) throws InterruptedException {
        begin(rules, client, url);
        return end(type);
    }

    FetchFailure refused(FetchRules rules, GatewayClient client, String url) throws InterruptedException {
        FetchFailure failure = fetch(rules, client, url, FetchFailure.class);
        assertThat(failure.refused()).as(failure.reason()).isTrue();
        assertNoFiles();
        return failure;
    }

    FetchFailure failed(FetchRules rules, String url) throws InterruptedException {
        FetchFailure failure = fetch(rules, anywhere, url, FetchFailure.class);
        assertThat(failure.refused()).as(failure.reason()).isFalse();
        assertThat(failure.local()).as(failure.reason()).isFalse();
        assertNoFiles();
        return failure;
    }

    void assertNoFiles() {
        File[] files = directory.toFile().listFiles();
        assertThat(files).isEmpty();
    }
}
