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
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be fetched, and from where. */
class AudioFetchTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private static final Timeouts TIMEOUTS = new Timeouts(2000, 2000, 2000, 10_000);
    private static final CamelContext CONTEXT = new DefaultCamelContext();
    private static GatewayClient anywhere;
    private static GatewayClient publicOnly;

    @TempDir
    Path directory;

    private final BlockingQueue<Object> ends = new ArrayBlockingQueue<>(10);

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

    private static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + gateway().port() + path;
    }

    private Call begin(FetchRules rules, GatewayClient client, String url) {
        SpoolSettings spools = new SpoolSettings(1000, directory, null);
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

    private static FetchRules rules() {
        return new FetchRules(true, 0, FetchRules.types("audio/*,application/octet-stream"), TIMEOUTS);
    }

    private <T> T end(Class<T> type) throws InterruptedException {
        Object end = ends.poll(20, TimeUnit.SECONDS);
        assertThat(end).isInstanceOf(type);
        return type.cast(end);
    }

    private <T> T fetch(FetchRules rules, GatewayClient client, String url, Class<T> type) throws InterruptedException {
        begin(rules, client, url);
        return end(type);
    }

    private FetchFailure refused(FetchRules rules, GatewayClient client, String url) throws InterruptedException {
        FetchFailure failure = fetch(rules, client, url, FetchFailure.class);
        assertThat(failure.refused()).as(failure.reason()).isTrue();
        assertNoFiles();
        return failure;
    }

    private FetchFailure failed(FetchRules rules, String url) throws InterruptedException {
        FetchFailure failure = fetch(rules, anywhere, url, FetchFailure.class);
        assertThat(failure.refused()).as(failure.reason()).isFalse();
        assertNoFiles();
        return failure;
    }

    private void assertNoFiles() {
        File[] files = directory.toFile().listFiles();
        assertThat(files).isEmpty();
    }

    @Test
    void audio_isFetchedWholeIntoASpool() throws Exception {
        gateway().onDownload().reply(Reply.generated("audio/wav", 300_000));

        FetchedAudio audio = fetch(rules(), anywhere, url("/media/a.wav"), FetchedAudio.class);

        assertThat(audio.contentType()).isEqualTo("audio/wav");
        assertThat(length(audio)).isEqualTo(300_000);
        audio.discard();
        assertNoFiles();
    }

    private static long length(FetchedAudio audio) throws IOException {
        try (InputStream in = audio.spool().open()) {
            return in.skip(Long.MAX_VALUE);
        }
    }

    @Test
    void http_isRefusedUnlessAllowed() throws Exception {
        FetchRules rules = new FetchRules(false, 0, FetchRules.types("*"), TIMEOUTS);

        assertThat(refused(rules, anywhere, url("/media/a.wav")).reason()).contains("allowHttpDownload");
        assertThat(gateway().requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h.example/a", "file:///etc/passwd", "https:///a", "::", "jar:file:x", "http:a"})
    void address_ofAnotherKind_isRefused(String url) throws Exception {
        refused(rules(), anywhere, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/media/a.wav",
                "http://localhost:%d/media/a.wav",
                "http://[::1]:%d/media/a.wav",
                "http://[::ffff:127.0.0.1]:%d/media/a.wav",
                "http://0.0.0.0:%d/media/a.wav",
                "http://10.0.0.1:%d/media/a.wav",
                "http://192.168.1.1:%d/media/a.wav",
                "http://169.254.169.254:%d/latest/meta-data",
                "http://innocent.example:%d/media/a.wav"
            })
    void privateAddress_alsoByName_isRefusedWhenConnecting(String url) throws Exception {
        FetchFailure failure =
                refused(rules(), publicOnly, String.format(url, gateway().port()));

        assertThat(failure.reason()).contains("allowPrivateAddresses");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void redirect_isFollowedAndJudgedLikeTheFirstAddress() throws Exception {
        gateway().onDownload().reply(Reply.redirect("/media/b.wav"), Reply.bytes("audio/wav", new byte[] {1, 2, 3}));

        FetchedAudio audio = fetch(rules(), anywhere, url("/media/a.wav"), FetchedAudio.class);

        assertThat(length(audio)).isEqualTo(3);
        assertThat(gateway().requests(Operation.DOWNLOAD))
                .extracting(r -> r.path())
                .containsExactly("/media/a.wav", "/media/b.wav");
    }

    @ParameterizedTest
    @CsvSource({"ftp://h.example/a", "file:///etc/passwd", "'http://bad host/'"})
    void redirect_toWhatIsNotAllowed_isRefused(String location) throws Exception {
        gateway().onDownload().always(Reply.redirect(location));

        refused(rules(), anywhere, url("/media/a.wav"));
    }

    @Test
    void redirect_fromHttpsRulesToHttp_isRefused() throws Exception {
        FetchRules httpsOnly = new FetchRules(false, 0, FetchRules.types("*"), TIMEOUTS);

        assertThat(httpsOnly.refusal(java.net.URI.create("https://h.example/a")))
                .isNull();
        assertThat(httpsOnly.refusal(java.net.URI.create("http://h.example/a"))).isNotNull();
    }

    @Test
    void redirects_withoutAnEnd_fail() throws Exception {
        gateway().onDownload().always(Reply.redirect("/media/again.wav"));

        assertThat(failed(rules(), url("/media/a.wav")).reason()).contains("redirected");
        assertThat(gateway().requests(Operation.DOWNLOAD)).hasSize(6);
    }

    @Test
    void announcedSize_aboveTheLimit_isRefusedBeforeItIsRead() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 5000));
        FetchRules rules = new FetchRules(true, 4999, FetchRules.types("*"), TIMEOUTS);

        assertThat(refused(rules, anywhere, url("/media/a.wav")).reason()).contains("maxDownloadSize=4999");
    }

    @Test
    void unannouncedSize_aboveTheLimit_isCutOff() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 50_000_000).lengthUnknown());
        FetchRules rules = new FetchRules(true, 4999, FetchRules.types("*"), TIMEOUTS);

        refused(rules, anywhere, url("/media/a.wav"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> gateway().requests(Operation.DOWNLOAD).get(0).disconnected());
    }

    @Test
    void sizeAtTheLimit_isTaken() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 5000).lengthUnknown());
        FetchRules rules = new FetchRules(true, 5000, FetchRules.types("*"), TIMEOUTS);

        assertThat(length(fetch(rules, anywhere, url("/media/a.wav"), FetchedAudio.class)))
                .isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/wav,true",
        "AUDIO/MPEG; x=y,true",
        "application/octet-stream,true",
        "text/html,false",
        "application/json,false",
        "audiox/wav,false"
    })
    void type_mustBeOneOfThoseAllowed(String type, boolean taken) throws Exception {
        gateway().onDownload().always(Reply.bytes(type, new byte[] {1, 2, 3}));

        begin(rules(), anywhere, url("/media/a.wav"));

        if (taken) {
            end(FetchedAudio.class);
        } else {
            FetchFailure failure = end(FetchFailure.class);
            assertThat(failure.refused()).isTrue();
            assertThat(failure.reason()).contains("downloadTypes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 401, 403, 404, 410, 500, 503})
    void anythingBut200_fails(int status) throws Exception {
        gateway().onDownload().always(Reply.empty(status));

        assertThat(failed(rules(), url("/media/a.wav")).reason()).contains("" + status);
    }

    @Test
    void emptyAudio_fails() throws Exception {
        gateway().onDownload().always(Reply.bytes("audio/wav", new byte[0]));

        assertThat(failed(rules(), url("/media/a.wav")).reason()).contains("empty");
    }

    @Test
    void cutDownload_failsAndLeavesNothingBehind() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 100_000).cutAfter(50_000));

        failed(rules(), url("/media/a.wav"));
    }

    @Test
    void slowDownload_failsAfterItsWholeTime() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 100_000).stallAfter(50_000));
        FetchRules rules = new FetchRules(true, 0, FetchRules.types("*"), new Timeouts(2000, 2000, 20_000, 300));

        failed(rules, url("/media/a.wav"));
    }

    @Test
    void givenUpDownload_endsOnceAndLeavesNothingBehind() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 100_000).stallAfter(50_000));
        Call call = begin(rules(), anywhere, url("/media/a.wav"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !gateway().requests(Operation.DOWNLOAD).isEmpty());

        call.cancel();
        call.cancel();

        end(FetchFailure.class);
        assertNoFiles();
        assertThat(ends).isEmpty();
    }
}
