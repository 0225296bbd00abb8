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
    private static final int BOUND = 64 * 1024;
    /** What a request holds before the text. */
    private static final String PROLOGUE = "{\"messages\":[{\"role\":\"user\",\"content\":\"";

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
    void key_acrossTheBound_isNotShownInPart() {
        // of a form that nothing but the key itself tells
        String key = "Z9".repeat(20);
        component.getConfiguration().setApiKey(key);
        String request = "a ".repeat(BOUND / 2 - 10 - PROLOGUE.length() / 2) + key + " and so on";
        String begin = "{\"choices\":[{\"message\":{\"content\":\"";
        String answer = "a ".repeat(BOUND / 2 - 10 - begin.length() / 2) + key + " and so on";
        gateway().onChat().reply(Reply.json(begin + answer + "\"}}]}"));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.TRACE)) {
            send("fastrouter:chat?logBodies=true", request);

            assertThat(gateway().lastRequest().body().indexOf(key)).isBetween(BOUND - 39, BOUND - 1);
            assertThat((begin + answer).indexOf(key)).isBetween(BOUND - 39, BOUND - 1);
            assertThat(log.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("a a a").doesNotContain("Z9Z9"));
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
