package ai.fastrouter.camel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterEndpoint;
import ai.fastrouter.camel.FastRouterGateway;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address an endpoint talks to. */
class BaseUrlTest extends AccessTestSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fastrouter:chat | https://api.fastrouter.ai/api/v1",
                "fastrouter:chat?gateway=fastrouter | https://api.fastrouter.ai/api/v1",
                "fastrouter:chat?gateway=arouter | https://api.arouter.ai/v1",
                "fastrouter:chat?gateway=arouter&baseUrl=https://gateway.example/v2 | https://gateway.example/v2",
                "fastrouter:chat?baseUrl=https://go.fastrouter.ai/api/v1/ | https://go.fastrouter.ai/api/v1",
                "fastrouter:chat?baseUrl=http://gateway.example:8080/v1// | http://gateway.example:8080/v1",
                "fastrouter:chat?baseUrl=http://my_gateway:8080/v1 | http://my_gateway:8080/v1",
            })
    void gatewayAndBaseUrl_set_chooseTheAddress(String uri, String address) {
        assertThat(context.getEndpoint(uri, FastRouterEndpoint.class).getServiceUrl())
                .isEqualTo(address);
    }

    @Test
    void gateway_ofTheComponent_isTheDefaultOfItsEndpoints() {
        FastRouterComponent component = context.getComponent("fastrouter", FastRouterComponent.class);
        component.getConfiguration().setGateway(FastRouterGateway.arouter);

        assertThat(context.getEndpoint("fastrouter:chat", FastRouterEndpoint.class)
                        .getServiceUrl())
                .isEqualTo("https://api.arouter.ai/v1");
        assertThat(context.getEndpoint("fastrouter:chat?gateway=fastrouter", FastRouterEndpoint.class)
                        .getServiceUrl())
                .isEqualTo("https://api.fastrouter.ai/api/v1");
    }

    @Test
    void baseUrl_withSlashAtItsEnd_isJoinedWithOneSlash() {
        Exchange exchange = ask("/&apiKey=any");

        assertThat(exchange.getException()).isNull();
        assertThat(local().lastRequest().path()).isEqualTo("/api/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.example/v1",
                "ftp://gateway.example/v1",
                "https:///v1",
                "https://user:hidden@gateway.example/v1",
                "https://gateway.example/v1?key=hidden",
                "https://gateway example/v1",
                "file:/etc/hidden",
            })
    void baseUrl_thatIsNoAddress_isRefusedWithoutShowingIt(String baseUrl) {
        FastRouterEndpoint endpoint = context.getEndpoint(
                "fastrouter:chat?apiKey=any&baseUrl=RAW(" + baseUrl + ")", FastRouterEndpoint.class);

        assertThatThrownBy(endpoint::createProducer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option baseUrl is not valid")
                .hasMessageContaining("https://api.fastrouter.ai/api/v1")
                .message()
                .doesNotContain("hidden")
                .doesNotContain("gateway example");
    }

    @Test
    void gateway_unknown_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> context.getEndpoint("fastrouter:chat?gateway=other"))
                .hasStackTraceContaining("gateway=other");
    }
}
