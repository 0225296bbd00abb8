package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.LocalGateway;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** TLS towards the gateway by what Spring Boot and Camel know of certificates. */
class TlsTest {

    /** With a certificate for 127.0.0.1 that nobody has signed. */
    private static final String STORE = Path.of(
                    System.getProperty("basedir", "."), "../camel-fastrouter-test/src/test/resources/localhost.p12")
            .toUri()
            .toString();

    private static LocalGateway gateway;

    private final ApplicationContextRunner application = Application.withRouteTo("fastrouter:chat?model=openai/gpt-4o")
            .withPropertyValues(
                    "camel.component.fastrouter.base-url=" + gateway.baseUrl(),
                    "camel.component.fastrouter.api-key=local",
                    "spring.ssl.bundle.jks.private.truststore.location=" + STORE,
                    "spring.ssl.bundle.jks.private.truststore.password=changeit");

    @BeforeAll
    static void start() {
        JksSslStoreDetails keys = JksSslStoreDetails.forLocation(STORE).withPassword("changeit");
        SSLContext context = SslBundle.of(new JksSslStoreBundle(keys, null)).createSslContext();
        gateway = LocalGateway.builder().tls(context).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void bundle_thatTrustsTheGateway_isUsed() {
        application
                .withPropertyValues("camel.component.fastrouter.ssl-bundle=private")
                .run(context -> assertThat(Application.ask(context, "Hello")).isNotEmpty());
    }

    @Test
    void noBundle_withAnUnknownAuthority_failsTheCall() {
        application.run(context -> assertThatThrownBy(() -> Application.ask(context, "Hello"))
                .rootCause()
                .hasMessageContaining("certification path"));
    }

    @Test
    void bundle_thatIsNotThere_failsTheStartAndIsNamed() {
        application
                .withPropertyValues("camel.component.fastrouter.ssl-bundle=privat")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("'privat'"));
    }

    @Test
    void bundle_besideParameters_failsTheStart() {
        application
                .withBean("mine", SSLContextParameters.class, SSLContextParameters::new)
                .withPropertyValues(
                        "camel.component.fastrouter.ssl-bundle=private",
                        "camel.component.fastrouter.ssl-context-parameters=#mine")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("set only one of them"));
    }

    @Test
    void bundle_withKeysProtocolsAndCiphers_becomesParameters() throws Exception {
        application
                .withPropertyValues(
                        "camel.component.fastrouter.ssl-bundle=full",
                        "spring.ssl.bundle.jks.full.keystore.location=" + STORE,
                        "spring.ssl.bundle.jks.full.keystore.password=changeit",
                        "spring.ssl.bundle.jks.full.protocol=TLSv1.3",
                        "spring.ssl.bundle.jks.full.options.enabled-protocols=TLSv1.3",
                        "spring.ssl.bundle.jks.full.options.ciphers=TLS_AES_128_GCM_SHA256")
                .run(context -> {
                    SSLContextParameters parameters =
                            Application.component(context).getSslContextParameters();
                    assertThat(parameters.getKeyManagers().createKeyManagers()).isNotEmpty();
                    assertThat(parameters.getSecureSocketProtocol()).isEqualTo("TLSv1.3");
                    assertThat(parameters.getSecureSocketProtocols().getSecureSocketProtocol())
                            .containsExactly("TLSv1.3");
                    assertThat(parameters.getCipherSuites().getCipherSuite()).containsExactly("TLS_AES_128_GCM_SHA256");
                });
    }

    @Test
    void camelSsl_asTheOnlyParameters_isUsed() {
        application
                .withPropertyValues(
                        "camel.ssl.trust-managers.key-store.resource=" + STORE,
                        "camel.ssl.trust-managers.key-store.password=changeit")
                .run(context -> assertThat(Application.ask(context, "Hello")).isNotEmpty());
    }

    @Test
    void globalParameters_askedFor_areUsed() {
        application
                .withPropertyValues(
                        "camel.component.fastrouter.use-global-ssl-context-parameters=true",
                        "camel.ssl.config.trust-managers.key-store.resource=" + STORE,
                        "camel.ssl.config.trust-managers.key-store.password=changeit")
                .run(context -> assertThat(Application.ask(context, "Hello")).isNotEmpty());
    }
}
