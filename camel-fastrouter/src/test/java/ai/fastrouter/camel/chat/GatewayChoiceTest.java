package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterRequestException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpHeaderFilterStrategy;
import org.junit.jupiter.api.Test;

/** Two gateways, and what goes to them besides the body. */
class GatewayChoiceTest extends ChatTestSupport {

    @Override
    protected void configure(FastRouterComponent component) {
        component.getConfiguration().setModel(null);
        component.getConfiguration().setBaseUrl(null);
        component.getCamelContext().getRegistry().bind("filter", new HttpHeaderFilterStrategy());
    }

    private static String fastrouter() {
        return "fastrouter:chat?baseUrl=RAW(" + gateway().baseUrl() + ")";
    }

    private static String arouter() {
        return "fastrouter:chat?gateway=arouter&baseUrl=RAW(" + gateway().arouterUrl() + ")";
    }

    @Test
    void fastRouter_withoutAModel_isNotAsked() {
        Exchange exchange = send(fastrouter(), "Hi");

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("No model is set");
        assertThat(gateway().requestCount()).isZero();
    }

    @Test
    void fastRouter_withAModelFromTheMessage_isAsked() {
        assertThat(send(fastrouter(), "Hi", Map.of(FastRouterConstants.MODEL, "a/b"))
                        .getException())
                .isNull();
        assertThat(send(fastrouter(), "{\"model\":\"c/d\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                        .getException())
                .isNull();

        assertThat(gateway().requests()).extracting(r -> r.model()).containsExactly("a/b", "c/d");
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/chat/completions");
    }

    @Test
    void aRouter_withoutAModel_choosesOne() {
        Exchange exchange = send(arouter(), "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(sent().has("model")).isFalse();
        assertThat(gateway().lastRequest().path()).isEqualTo("/v1/chat/completions");
        assertThat(gateway().lastRequest().arouter()).isTrue();
    }

    @Test
    void headersOfTheMessage_withoutAStrategy_stayHere() {
        send(arouter(), "Hi", Map.of("X-Title", "app", "Authorization", "Basic abc", "cache_key", "k"));

        assertThat(gateway().lastRequest().header("X-Title")).isNull();
        assertThat(gateway().lastRequest().header("cache_key")).isNull();
        assertThat(gateway().lastRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void headersOfTheMessage_withAStrategy_goOutButForCredentials() {
        send(
                arouter() + "&headerFilterStrategy=#filter",
                "Hi",
                Map.of(
                        "X-Title", "app",
                        "cache_key", "k",
                        "Authorization", "Basic abc",
                        "Cookie", "session=1",
                        "Content-Type", "text/plain",
                        "CamelFastRouterUser", "u1"));

        assertThat(gateway().lastRequest().header("X-Title")).isEqualTo("app");
        assertThat(gateway().lastRequest().header("cache_key")).isEqualTo("k");
        assertThat(gateway().lastRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(gateway().lastRequest().header("Cookie")).isNull();
        assertThat(gateway().lastRequest().header("Content-Type")).isEqualTo("application/json");
        assertThat(gateway().lastRequest().header("CamelFastRouterUser")).isNull();
    }

    @Test
    void headerWithALineBreak_isRefusedBeforeItIsSent() {
        Exchange exchange =
                send(arouter() + "&headerFilterStrategy=#filter", "Hi", Map.of("X-Title", "a\r\nX-Evil: b"));

        assertThat(exchange.getException())
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("X-Title")
                .hasMessageNotContaining("Evil");
        assertThat(gateway().requestCount()).isZero();
    }
}
