package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.LocalGateway;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The properties of the component's page do what they say. */
class PropertiesTest {

    private static final String CHAT = "fastrouter:chat?model=openai/gpt-5.1";

    @Test
    void key_isSentToTheGatewayChosen() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder().apiKey("lr_live_1").start()) {
            String answer = with("key.properties", Map.of("vault.gateway-key", "lr_live_1"), main -> {
                FastRouterComponent component = component(main);
                assertThat(component.getConfiguration().getGateway()).isEqualTo(FastRouterGateway.arouter);
                return ask(main, CHAT + "&baseUrl=" + gateway.arouterUrl());
            });

            assertThat(answer).isEqualTo("Hi");
            assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer lr_live_1");
        }
    }

    @Test
    void timeouts_areReadWithTheirUnits() throws Exception {
        with("timeouts.properties", Map.of(), main -> {
            var configuration = component(main).getConfiguration();
            assertThat(configuration.getConnectTimeout()).isEqualTo(5_000);
            assertThat(configuration.getFirstByteTimeout()).isEqualTo(120_000);
            assertThat(configuration.getIdleTimeout()).isEqualTo(30_000);
            assertThat(configuration.getTotalTimeout()).isEqualTo(600_000);
            return null;
        });
    }

    @Test
    void tls_trustsTheStore() throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                .tls(server().createSSLContext(new DefaultCamelContext()))
                .start()) {
            String answer = with(
                    "tls.properties",
                    Map.of("camel.ssl.trust-store", "classpath:tls/localhost.p12", "vault.trust-password", "changeit"),
                    main -> ask(main, CHAT + "&apiKey=any&baseUrl=" + gateway.baseUrl()));

            assertThat(answer).isEqualTo("Hi");
            assertThat(gateway.baseUrl()).startsWith("https:");
        }
    }

    @Test
    void proxy_isThatOfTheComponent() throws Exception {
        with("proxy.properties", Map.of("vault.proxy-password", "secret"), main -> {
            FastRouterComponent component = component(main);
            assertThat(component.getProxyHost()).isEqualTo("proxy.example.com");
            assertThat(component.getProxyPort()).isEqualTo(3128);
            assertThat(component.getProxyAuthUsername()).isEqualTo("routes");
            assertThat(component.getProxyAuthPassword()).isEqualTo("secret");
            assertThat(component.getNonProxyHosts()).isEqualTo("localhost,*.internal.example.com");
            return null;
        });
    }

    @Test
    void jobs_areKeptInTheDatabase() throws Exception {
        String database = "jdbc:h2:mem:documented;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:docs/jobs.sql'";
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(database);
        source.getConnection().close(); // makes the tables, once
        try (LocalGateway gateway = LocalGateway.builder().start()) {
            Map<String, String> inMemory = Map.of("camel.beans.database.url", "jdbc:h2:mem:documented");
            String kept = with("jobs.properties", inMemory, main -> {
                ask(main, "fastrouter:prompt-to-audio?apiKey=any&baseUrl=" + gateway.baseUrl());
                source.setUrl("jdbc:h2:mem:documented");
                return new JdbcTemplate(source).queryForObject("SELECT id FROM jobs", String.class);
            });

            assertThat(kept).isNotEmpty();
        }
    }

    private interface Use {
        String of(Main main) throws Exception;
    }

    private static String with(String file, Map<String, String> properties, Use use) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:docs/" + file);
        properties.forEach(main::addOverrideProperty);
        main.start();
        try {
            return use.of(main);
        } finally {
            main.stop();
        }
    }

    private static FastRouterComponent component(Main main) {
        return main.getCamelContext().getComponent("fastrouter", FastRouterComponent.class);
    }

    private static String ask(Main main, String uri) throws Exception {
        return main.getCamelTemplate().requestBody(uri, (Object) "Say: Hi", String.class);
    }

    private static SSLContextParameters server() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("tls/localhost.p12");
        store.setPassword("changeit");
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store);
        keys.setKeyPassword("changeit");
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(keys);
        return parameters;
    }
}
