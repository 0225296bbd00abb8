package ai.fastrouter.camel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.client.Call;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalGatewayMainTest {

    @Test
    void start_withOptions_printsWhereItIsReached() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] args = {
            "--latency",
            "1ms",
            "--chunk-delay",
            "2ms",
            "--job-time",
            "1s",
            "--api-key",
            "sk-v1-test",
            "--upload-limit",
            "9"
        };
        try (LocalGateway gateway = LocalGatewayMain.start(args, new PrintStream(out, true, StandardCharsets.UTF_8))) {
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly("FastRouter  " + gateway.baseUrl(), "ARouter     " + gateway.arouterUrl());
            assertThat(Call.chat(gateway, "hello").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port,Option --port has no value",
        "--colour red,Unknown option --colour",
        "--latency 5m,--latency must be a time such as 200ms or 2s but was 5m",
        "--port x,--port must be a whole number but was x",
        "--port 70000,--port must be 0..65535 but was 70000",
        "--port 4294967376,--port must be 0..65535 but was 4294967376"
    })
    void start_wrongOption_isNamed(String line, String message) {
        assertThatThrownBy(() -> LocalGatewayMain.start(line.split(" "), System.out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
