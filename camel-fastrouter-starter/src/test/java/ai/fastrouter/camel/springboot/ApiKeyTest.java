package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.MissingApiKeyException;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Where the key comes from in a Spring application, and what happens without one. */
class ApiKeyTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final LocalGateway gateway = GATEWAY.gateway();
    private final ApplicationContextRunner application = Application.withRouteTo("fastrouter:chat?model=openai/gpt-4o")
            .withPropertyValues("camel.component.fastrouter.base-url=" + gateway.baseUrl());

    @Test
    void key_asPropertyOfTheComponent_isSent() {
        application
                .withPropertyValues("camel.component.fastrouter.api-key=of-component", "fastrouter.api.key=not-this")
                .run(context -> {
                    Application.ask(context, "Hello");
                    assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer of-component");
                });
    }

    @Test
    void key_asPropertyOfItsOwn_isSent() {
        application.withPropertyValues("fastrouter.api.key=of-its-own").run(context -> {
            Application.ask(context, "Hello");
            assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer of-its-own");
        });
    }

    /** By Spring's own binding of environment variables to properties. */
    @Test
    void key_inTheEnvironment_isSent() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("FASTROUTER_API_KEY", "of-environment"))))
                .run(context -> {
                    Application.ask(context, "Hello");
                    assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer of-environment");
                });
    }

    /** As secrets come from vaults and mounted files. */
    @Test
    void key_inAnyPropertySource_isSent() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new MapPropertySource("vault", Map.of("fastrouter.api.key", "of-vault"))))
                .run(context -> {
                    Application.ask(context, "Hello");
                    assertThat(gateway.lastRequest().header("Authorization")).isEqualTo("Bearer of-vault");
                });
    }

    @Test
    void missingKey_atStart_failsAndSaysTheThreeWays() {
        Application.withRouteTo("fastrouter:chat?model=openai/gpt-4o")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(MissingApiKeyException.class)
                        .hasMessageContaining("camel.component.fastrouter.api-key")
                        .hasMessageContaining("fastrouter.api.key")
                        .hasMessageContaining("FASTROUTER_API_KEY"));
    }

    /** What Spring Boot prints: it asks all analyzers named in files. */
    @Test
    void missingKey_atStart_isExplained() {
        Application.withRouteTo("fastrouter:chat?model=openai/gpt-4o").run(context -> {
            List<FailureAnalysis> analyses = analyzers().stream()
                    .map(analyzer -> analyzer.analyze(context.getStartupFailure()))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(analyses).singleElement().satisfies(analysis -> {
                assertThat(analysis.getDescription()).contains("no API key for the gateway fastrouter");
                assertThat(analysis.getAction())
                        .contains("property camel.component.fastrouter.api-key")
                        .contains("property fastrouter.api.key")
                        .contains("environment variable FASTROUTER_API_KEY")
                        .contains("camel.component.fastrouter.api-key-required=false");
            });
        });
    }

    @Test
    void missingKey_ofArouter_namesItsOwnWays() {
        Application.withRouteTo("fastrouter:chat?gateway=arouter&model=openai/gpt-4o")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("arouter.api.key")
                        .hasMessageContaining("AROUTER_API_KEY"));
    }

    @Test
    void missingKey_notRequired_startsAndSendsNone() {
        application
                .withPropertyValues("camel.component.fastrouter.api-key-required=false")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(org.apache.camel.ProducerTemplate.class)
                                    .send(
                                            "direct:start",
                                            exchange -> exchange.getMessage().setBody("Hello"))
                                    .getException())
                            .hasMessageContaining("401");
                    assertThat(gateway.lastRequest().header("Authorization")).isNull();
                });
    }

    /** Without those that need more than is here. */
    private static List<FailureAnalyzer> analyzers() {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {}));
    }
}
