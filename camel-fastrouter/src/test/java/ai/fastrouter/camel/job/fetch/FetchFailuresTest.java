package ai.fastrouter.camel.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.http.HttpGatewayClient;
import ai.fastrouter.camel.gateway.http.HttpSettings;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.Reply;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that come to nothing. */
class FetchFailuresTest extends FetchTestSupport {

    @Test
    void redirects_withoutAnEnd_fail() throws Exception {
        gateway().onDownload().always(Reply.redirect("/media/again.wav"));

        assertThat(failed(rules(), url("/media/a.wav")).reason()).contains("redirected");
        assertThat(gateway().requests(Operation.DOWNLOAD)).hasSize(6);
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
    void disk_thatTakesNoAudio_isACauseOnThisMachine() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 100_000));
        spoolTo = Files.createFile(directory.resolve("no-directory"));

        FetchFailure failure = fetch(rules(), anywhere, url("/media/a.wav"), FetchFailure.class);

        assertThat(failure.local()).isTrue();
        assertThat(failure.refused()).isFalse();
        assertThat(failure.reason()).contains("could not be written to the disk");
    }

    @Test
    void closedClient_isACauseOnThisMachine() throws Exception {
        GatewayClient closed = HttpGatewayClient.create(CONTEXT, new HttpSettings());
        closed.close();

        FetchFailure failure = fetch(rules(), closed, url("/media/a.wav"), FetchFailure.class);

        assertThat(failure.local()).isTrue();
    }

    @Test
    void slowDownload_failsAfterItsWholeTime() throws Exception {
        gateway().onDownload().always(Reply.generated("audio/wav", 100_000).stallAfter(50_000));
        FetchRules rules = new FetchRules(true, 0, FetchRules.types("*"), new Timeouts(20_000, 20_000, 20_000, 300));

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
