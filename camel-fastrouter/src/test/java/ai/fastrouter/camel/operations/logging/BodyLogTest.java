package ai.fastrouter.camel.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.CaughtLog;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Reply;
import ch.qos.logback.classic.Level;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Bodies are logged only where both switches are on, and never whole. */
class BodyLogTest extends OperationsTestSupport {

    private static final String LOGGER = "ai.fastrouter.camel.bodies";

    @Test
    void bodies_switchedOn_areLoggedWithoutKeyAndMedia() {
        String audio = Base64.getEncoder().encodeToString("RIFF and so on".getBytes());
        gateway().onChat().reply(Reply.json("""
                {"choices":[{"message":{"content":"Ahoy, your key is %s","audio":{"data":"%s"}}}]}""".formatted(KEY, audio)));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.TRACE)) {
            Exchange exchange = send("fastrouter:chat?logBodies=true", Map.of("messages", "not a list"));
            exchange = send("fastrouter:chat?logBodies=true", "Say hello to " + KEY);

            assertThat(exchange.getException()).isNull();
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0))
                    .startsWith("TRACE " + LOGGER + " chat request: application/json, ")
                    .contains("\"content\":\"Say hello to ***\"");
            assertThat(log.lines().get(1))
                    .startsWith("TRACE " + LOGGER + " chat answer: status 200, application/json, ")
                    .contains("Ahoy, your key is ***")
                    .contains("\"data\":\"<14 bytes>\"");
        }
    }

    @Test
    void bodies_withoutTheOption_areNotLogged() {
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.TRACE)) {
            send("fastrouter:chat", "Say hello");

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void bodies_withTheLoggerAtDebug_areNotLogged() {
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.DEBUG)) {
            send("fastrouter:chat?logBodies=true", "Say hello");

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void failure_ofTheConnection_isLoggedToo() {
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.TRACE)) {
            send("fastrouter:chat?logBodies=true&baseUrl=http://127.0.0.1:1/v1", "Say hello");

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(1)).contains("no response, 0 bytes, failed as TRANSIENT");
        }
    }

    @Test
    void body_longerThanTheBound_isCut() {
        String flood = "lorem ".repeat(20_000);
        gateway().onChat().reply(Reply.json("{\"choices\":[{\"message\":{\"content\":\"" + flood + "\"}}]}"));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.TRACE)) {
            Exchange exchange = send("fastrouter:chat?logBodies=true", flood);

            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(flood);
            assertThat(log.lines()).hasSize(2).allMatch(line -> line.length() < 65 * 1024 + 200);
        }
    }
}
