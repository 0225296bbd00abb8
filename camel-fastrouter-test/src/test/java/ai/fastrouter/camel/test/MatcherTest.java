package ai.fastrouter.camel.test;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalGatewayExtension.class)
class MatcherTest {

    @Test
    void matchers_combined_pickTheRequest(LocalGateway gateway) throws Exception {
        gateway.on(RequestMatcher.model("openai/gpt-4o"), RequestMatcher.bodyContains("magic"))
                .always(Reply.chat("by body"));
        gateway.on(RequestMatcher.json("/stream", true)).always(Reply.chat("by json"));
        gateway.on(RequestMatcher.path("/models")).always(Reply.json("{}"));
        gateway.on(RequestMatcher.header("x-test", "1")).always(Reply.chat("by header"));
        assertThat(Call.chat(gateway, "magic").body()).contains("by body");
        assertThat(Call.chat(gateway, "plain").body()).doesNotContain("by body");
        assertThat(Call.stream(gateway, "magic").body()).contains("by ", "json").doesNotContain("body");
    }

    @Test
    void nth_countsWhatPassedBefore(LocalGateway gateway) throws Exception {
        Stub stub = gateway.on(RequestMatcher.bodyContains("x"), RequestMatcher.nth(2))
                .always(Reply.error(503, Envelope.HTML, "down"));
        assertThat(Call.chat(gateway, "x").statusCode()).isEqualTo(200);
        assertThat(Call.chat(gateway, "y").statusCode()).isEqualTo(200);
        assertThat(Call.chat(gateway, "x").statusCode()).isEqualTo(503);
        assertThat(Call.chat(gateway, "x").statusCode()).isEqualTo(200);
        assertThat(stub.calls()).isEqualTo(1);
    }

    @Test
    void stubs_newestWins_thenOlder_thenDefault(LocalGateway gateway) throws Exception {
        gateway.onChat().reply(Reply.chat("older"));
        gateway.onChat().reply(Reply.chat("newer"), Reply.byDefault());
        assertThat(Call.chat(gateway, "hello").body()).contains("newer");
        assertThat(Call.chat(gateway, "hello").body()).contains("How can I help");
        assertThat(Call.chat(gateway, "hello").body()).contains("older");
        assertThat(Call.chat(gateway, "hello").body()).contains("How can I help");
    }

    @Test
    void reset_beforeEachTest_forgetsScriptAndJournal(LocalGateway gateway) throws Exception {
        assertThat(gateway.requests()).isEmpty();
        gateway.onChat().always(Reply.chat("scripted"));
        gateway.reset();
        assertThat(Call.chat(gateway, "hello").body()).doesNotContain("scripted");
        assertThat(gateway.requestCount()).isEqualTo(1);
    }
}
