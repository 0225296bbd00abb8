package ai.fastrouter.camel.gateway.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.Timeouts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadsTest {

    private final RequestHeads heads = new RequestHeads("camel-fastrouter/1.0");

    @SafeVarargs
    private HttpRequest head(String uri, String key, Map.Entry<String, String>... headers) throws Exception {
        return heads.of(new GatewayRequest(
                GatewayRequest.Method.GET,
                URI.create(uri),
                List.of(headers),
                key,
                null,
                new Timeouts(0, 0, 0, 0),
                "chat",
                null));
    }

    @Test
    void head_hasWhatIsNeeded() throws Exception {
        HttpRequest head = head("https://api.test:8443/v1/models?a=%20b", "sk-1", Map.entry("X-Title", "Übung"));

        assertThat(head.getMethod()).isEqualTo("GET");
        assertThat(head.getRequestUri()).isEqualTo("/v1/models?a=%20b");
        assertThat(head.getAuthority()).hasToString("api.test:8443");
        assertThat(head.getFirstHeader("Authorization").getValue()).isEqualTo("Bearer sk-1");
        assertThat(head.getFirstHeader("User-Agent").getValue()).isEqualTo("camel-fastrouter/1.0");
        assertThat(head.getFirstHeader("Accept").getValue()).isEqualTo("*/*");
        assertThat(head.getFirstHeader("X-Title").getValue()).isEqualTo("Übung");
    }

    @Test
    void head_ofAnotherHostOrKey_isNotMixedUp() throws Exception {
        head("https://api.test/v1", "sk-1");
        HttpRequest other = head("http://other.test/v1", "sk-2", Map.entry("accept", "audio/mpeg"));

        assertThat(other.getScheme()).isEqualTo("http");
        assertThat(other.getAuthority()).hasToString("other.test");
        assertThat(other.getFirstHeader("Authorization").getValue()).isEqualTo("Bearer sk-2");
        assertThat(other.getHeaders("Accept")).hasSize(1);
        assertThat(head("http://other.test/v1", null).getFirstHeader("Authorization"))
                .isNull();
    }

    @Test
    void underscoreInHost_isKept() throws Exception {
        assertThat(head("http://my_gateway:8080/v1", null).getAuthority()).hasToString("my_gateway:8080");
        assertThat(head("https://a.my_gateway/v1", null).getAuthority()).hasToString("a.my_gateway");
    }

    @Test
    void ipv6Host_losesItsBracketsOnlyAsHost() throws Exception {
        assertThat(head("http://[2606:4700::1111]:8080/v1", null).getAuthority())
                .hasToString("[2606:4700::1111]:8080")
                .extracting(authority -> authority.getHostName())
                .isEqualTo("2606:4700::1111");
    }

    @Test
    void authorization_isSensitiveAndNotShown() throws Exception {
        Header header = head("https://api.test/v1", "sk-secret").getFirstHeader("Authorization");

        assertThat(header.isSensitive()).isTrue();
        assertThat(header.toString()).isEqualTo("Authorization: ***");
        assertThat(head("https://api.test/v1", "sk-secret", Map.entry("X-Customer", "4711"))
                        .getFirstHeader("X-Customer"))
                .hasToString("X-Customer: ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\0", "\u007f", "\u0085", "日本", "a\u20ac"})
    void value_thatCantBeSent_isRefusedWithoutShowingIt(String value) {
        assertThatThrownBy(() -> head("https://api.test/v1", null, Map.entry("X-Title", value)))
                .isInstanceOf(UnsendableRequestException.class)
                .hasMessageContaining("X-Title")
                .message()
                .doesNotContain(value);
        assertThatThrownBy(() -> head("https://api.test/v1", value))
                .isInstanceOf(UnsendableRequestException.class)
                .hasMessageContaining("Authorization")
                .message()
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Title", "X:Y", "X\r\nY", "Ü", "Content-Length", "host", "TRANSFER-ENCODING"})
    void name_thatCantBeSent_isRefused(String name) {
        assertThatThrownBy(() -> head("https://api.test/v1", null, Map.entry(name, "1")))
                .isInstanceOf(UnsendableRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://api.test/v1",
                "/v1/chat",
                "https:///v1",
                "https://0x7f000001.0/v1",
                "https://a_b.0/v1",
                "http://a_b:70000",
                "http://u@a_b",
                "mailto:a@b"
            })
    void address_thatCantBeUsed_isRefused(String uri) {
        assertThatThrownBy(() -> head(uri, null))
                .isInstanceOf(UnsendableRequestException.class)
                .hasMessageContaining("https://");
    }
}
