package ai.fastrouter.camel.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.CaughtLog;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.Test;

/** One line for each call. */
class CallLogTest extends OperationsTestSupport {

    private static final String LOGGER = "ai.fastrouter.camel.calls";

    @Test
    void answer_arrived_isOneLine() {
        gateway().onChat().reply(Reply.json("""
                        {"id":"c1","model":"openai/gpt-5.1-mini","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],
                         "usage":{"prompt_tokens":12,"completion_tokens":3,"cost":0.00004}}""").header("x-request-id", "req-7"));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.DEBUG)) {
            send("fastrouter:chat", "Say hello");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .matches("DEBUG " + LOGGER + " chat openai/gpt-5\\.1 by openai/gpt-5\\.1-mini: ok, status 200,"
                            + " request req-7, \\d+ ms, finished by stop, tokens in 12, tokens out 3, USD 0\\.00004");
        }
    }

    @Test
    void failure_answered_isOneLine() {
        gateway()
                .onChat()
                .reply(Reply.error(401, Envelope.E1, "authentication_error", "invalid_api_key", "No such key"));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.DEBUG)) {
            send("fastrouter:chat", "Say hello");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("chat openai/gpt-5.1: failed as AUTHENTICATION, status 401, code invalid_api_key");
        }
    }

    @Test
    void text_fromOutside_beginsNoLineOfItsOwn() {
        gateway().onChat().reply(Reply.json("""
                {"id":"c1","model":"evil\\nERROR root all is lost","choices":[{"message":{"content":"Hi"}}]}"""));
        try (CaughtLog log = CaughtLog.of(LOGGER, Level.DEBUG)) {
            send("fastrouter:chat", "Say hello");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("by evil ERROR root all is lost")
                    .doesNotContain("\n");
        }
    }

    @Test
    void level_info_isSilent() {
        try (CaughtLog log = CaughtLog.of("ai.fastrouter.camel", Level.INFO)) {
            send("fastrouter:chat", "Say hello");

            assertThat(log.lines()).isEmpty();
        }
    }
}
