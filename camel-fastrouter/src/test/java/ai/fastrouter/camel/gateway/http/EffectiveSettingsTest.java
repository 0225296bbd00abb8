package ai.fastrouter.camel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.gateway.http.connect.ConnectionSettings;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveSettingsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HttpSettings asked = new HttpSettings();

    private EffectiveSettings effective() {
        return new EffectiveSettings(context, asked);
    }

    private ConnectionSettings connections() {
        return effective().connections(Runnable::run);
    }

    private static HttpComponent filled() {
        HttpComponent component = new HttpComponent();
        component.setConnectTimeout(1_000);
        component.setResponseTimeout(11_000);
        component.setSoTimeout(12_000);
        component.setConnectionRequestTimeout(2_000);
        component.setMaxTotalConnections(30);
        component.setConnectionsPerRoute(40);
        component.setConnectionTimeToLive(50_000);
        component.setUserAgent("of-component");
        component.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);
        component.setProxyHost("proxy.test");
        component.setProxyPort(3128);
        component.setProxyAuthUsername("alice");
        component.setProxyAuthPassword("secret");
        component.setSslContextParameters(new SSLContextParameters());
        return component;
    }

    @Test
    void nothingSet_defaultsHold_andNoComponentIsMade() {
        assertThat(effective().timeouts()).isEqualTo(new Timeouts(10_000, 300_000, 120_000, 0));
        assertThat(effective().connectionRequestTimeout()).isEqualTo(30_000);
        assertThat(effective().userAgent()).startsWith("camel-fastrouter");
        ConnectionSettings settings = connections();
        assertThat(settings.maxTotal()).isEqualTo(1000);
        assertThat(settings.maxPerRoute()).isEqualTo(1000);
        assertThat(settings.timeToLive()).isEqualTo(-1);
        assertThat(settings.proxy()).isNull();
        assertThat(settings.sslContext()).isNull();
        assertThat(settings.hostnameVerifier()).isNull();
        assertThat(settings.http2()).isFalse();
        assertThat(context.hasComponent("https")).isNull();
    }

    @Test
    void untouchedComponent_changesNothing() {
        context.addComponent("https", new HttpComponent());

        assertThat(effective().timeouts()).isEqualTo(new Timeouts(10_000, 300_000, 120_000, 0));
        assertThat(effective().connectionRequestTimeout()).isEqualTo(30_000);
        assertThat(connections().maxTotal()).isEqualTo(1000);
        assertThat(connections().maxPerRoute()).isEqualTo(1000);
        assertThat(connections().hostnameVerifier()).isNull();
    }

    private void expectComponentsValues() {
        assertThat(effective().timeouts()).isEqualTo(new Timeouts(1_000, 11_000, 12_000, 0));
        assertThat(effective().connectionRequestTimeout()).isEqualTo(2_000);
        assertThat(effective().userAgent()).isEqualTo("of-component");
        ConnectionSettings settings = connections();
        assertThat(settings.maxTotal()).isEqualTo(30);
        assertThat(settings.maxPerRoute()).isEqualTo(40);
        assertThat(settings.timeToLive()).isEqualTo(50_000);
        assertThat(settings.hostnameVerifier()).isSameAs(NoopHostnameVerifier.INSTANCE);
        assertThat(settings.sslContext()).isNotNull();
        assertThat(settings.proxy()).hasToString("proxy.test:3128");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void component_inTheContext_isFollowed() {
        context.addComponent("https", filled());
        expectComponentsValues();
    }

    @Test
    void component_inTheRegistry_isFollowed() {
        context.getRegistry().bind("https-component", filled());
        expectComponentsValues();
    }

    @Test
    void httpsComponent_comesBeforeHttp() {
        HttpComponent plain = new HttpComponent();
        plain.setUserAgent("plain");
        context.addComponent("http", plain);
        assertThat(effective().userAgent()).isEqualTo("plain");
        context.addComponent("https", filled());
        assertThat(effective().userAgent()).isEqualTo("of-component");
    }

    @Test
    void ownOptions_comeBeforeTheComponents() {
        context.addComponent("https", filled());
        asked.connectionRequestTimeout(3L)
                .maxTotalConnections(4)
                .connectionsPerRoute(5)
                .connectionTimeToLive(6L)
                .proxy("own.test", 8080)
                .userAgent("own")
                .http2(true);

        assertThat(effective().connectionRequestTimeout()).isEqualTo(3);
        assertThat(effective().userAgent()).isEqualTo("own");
        assertThat(connections().maxTotal()).isEqualTo(4);
        assertThat(connections().maxPerRoute()).isEqualTo(5);
        assertThat(connections().timeToLive()).isEqualTo(6);
        assertThat(connections().proxy()).hasToString("own.test:8080");
        assertThat(connections().http2()).isTrue();
    }

    @Test
    void globalTls_isTakenIfTheComponentSaysSo() {
        context.setSSLContextParameters(new SSLContextParameters());
        HttpComponent component = new HttpComponent();
        context.addComponent("https", component);
        assertThat(connections().sslContext()).isNull();
        component.setUseGlobalSslContextParameters(true);
        assertThat(connections().sslContext()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Digest, http, proxyAuthMethod=Digest",
        "NTLM, , proxyAuthMethod=NTLM",
        "Basic, https, proxyAuthScheme=https"
    })
    void componentsProxy_thatCantBeFollowed_isRefused(String method, String scheme, String message) {
        HttpComponent component = filled();
        component.setProxyAuthMethod(method);
        component.setProxyAuthScheme(scheme);
        context.addComponent("https", component);

        assertThatThrownBy(this::connections)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("secret", "alice");
        asked.proxy("own.test", 8080);
        assertThat(connections().proxy()).hasToString("own.test:8080");
    }

    @Test
    void componentsProxy_passwordNotShown_methodDoesNotMatter() {
        HttpComponent component = filled();
        component.setProxyAuthMethod("Digest");
        context.addComponent("https", component);
        asked.withoutProxyCredentials();

        assertThat(connections().proxy()).hasToString("proxy.test:3128");
    }

    @Test
    void proxyOfJava_isTakenForHttps_ifTheComponentSaysSo() {
        System.setProperty("https.proxyHost", "java-proxy.test");
        System.setProperty("https.proxyPort", "3129");
        try {
            HttpComponent component = new HttpComponent();
            context.addComponent("https", component);
            assertThat(connections().proxy()).isNull();
            component.setUseSystemProperties(true);
            assertThat(connections().proxy()).hasToString("java-proxy.test:3129");
            component.setProxyHost("proxy.test");
            component.setProxyPort(3128);
            assertThat(connections().proxy()).hasToString("proxy.test:3128");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void proxyWithoutPort_isRefused() {
        asked.proxy("own.test", null);
        assertThatThrownBy(this::connections)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxyPort")
                .hasMessageContaining("own.test");
    }
}
