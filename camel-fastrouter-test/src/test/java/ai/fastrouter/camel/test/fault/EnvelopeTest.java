package ai.fastrouter.camel.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "E1 | 429 | {\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"c\",\"status\":429}}",
                "E2 | 502 | {\"error\":{\"message\":\"m\",\"type\":\"t\"}}",
                "E3 | 446 | {\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":446,\"guardrails\":{}}}",
                "E4 | 400 | {\"error\":\"m\"}",
                "E6 | 400 | {\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}",
                "E7 | 403 | {\"code\":\"c\",\"message\":\"m\"}",
                "E8 | 422 | {\"detail\":[{\"msg\":\"m\",\"type\":\"t\",\"loc\":[\"body\"]}]}",
                "E8_TEXT | 400 | {\"detail\":\"m\"}",
                "TEXT | 520 | m",
                "EMPTY | 500 | ~~",
            })
    void error_inEachEnvelope_hasItsShape(Envelope envelope, int status, String body) throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.error(status, envelope, "t", "c", "m"));
        HttpResponse<String> response = Call.chat(GATEWAY.gateway(), "x");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void status_246_carriesACompletion() throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.chat("observed").status(246));
        HttpResponse<String> response = Call.chat(GATEWAY.gateway(), "x");
        assertThat(response.statusCode()).isEqualTo(246);
        assertThat(response.body()).contains("observed");
    }

    @ParameterizedTest
    @CsvSource({"E5,quota_limit", "HTML,<!doctype html>"})
    void error_inEnvelope_contains(Envelope envelope, String text) throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.error(429, envelope, "m"));
        assertThat(Call.chat(GATEWAY.gateway(), "x").body()).contains(text, "m");
    }
}
