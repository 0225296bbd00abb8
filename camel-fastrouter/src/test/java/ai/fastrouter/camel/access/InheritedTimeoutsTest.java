package ai.fastrouter.camel.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.Test;

/** Limits that are set on Camel's component for https. */
class InheritedTimeoutsTest extends AccessTestSupport {

    private void component(long responseTimeout, long soTimeout) {
        HttpComponent https = new HttpComponent();
        https.setResponseTimeout(responseTimeout);
        https.setSoTimeout(soTimeout);
        context.addComponent("https", https);
    }

    private static void expectCode(Exchange exchange, String code, String message) {
        assertThat(exchange.getException(FastRouterTransientException.class).getCode())
                .isEqualTo(code);
        assertThat(exchange.getException()).hasMessageContaining(message);
    }

    @Test
    void responseTimeout_ofTheComponent_limitsTheFirstByte() {
        component(300, 60_000);
        local().onChat().always(Reply.hang());

        expectCode(ask("&apiKey=any"), "first_byte_timeout", "300 ms");
    }

    @Test
    void soTimeout_ofTheComponent_limitsTheIdleTime() {
        component(60_000, 310);
        local().onChat()
                .always(Reply.json("{\"a\":\"" + "b".repeat(10_000) + "\"}").stallAfter(1_000));

        expectCode(ask("&apiKey=any"), "idle_timeout", "310 ms");
    }

    @Test
    void ownOption_comesBeforeTheComponents() {
        component(50, 50);
        local().onChat().always(Reply.chat("Hi").delay(Duration.ofMillis(400)));

        Exchange exchange = ask("&apiKey=any&firstByteTimeout=0&idleTimeout=0");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("Hi");
    }
}
