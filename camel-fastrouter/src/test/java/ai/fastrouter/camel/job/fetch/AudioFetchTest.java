package ai.fastrouter.camel.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be fetched, and from where. */
class AudioFetchTest extends FetchTestSupport {

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
}
