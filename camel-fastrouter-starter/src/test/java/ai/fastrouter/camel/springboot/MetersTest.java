package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Which registry of the application gets the meters. */
class MetersTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final MeterRegistry one = new SimpleMeterRegistry();
    private final MeterRegistry another = new SimpleMeterRegistry();
    private final MeterRegistry composite = new CompositeMeterRegistry();

    private final ApplicationContextRunner application = Application.withRouteTo("fastrouter:chat")
            .withPropertyValues(
                    "camel.component.fastrouter.api-key=any",
                    "camel.component.fastrouter.model=openai/gpt-4o",
                    "camel.component.fastrouter.base-url=" + GATEWAY.baseUrl());

    @Test
    void onlyRegistry_isUsed() {
        application.withBean("one", MeterRegistry.class, () -> one).run(context -> {
            askOnce(context);
            assertThat(isMeasured(one)).isTrue();
            assertThat(one.find("fastrouter.calls.active")
                            .tag("component", "fastrouter")
                            .gauge())
                    .isNotNull();
        });
    }

    @Test
    void twoRegistries_withoutAComposite_areLeft() {
        application
                .withBean("one", MeterRegistry.class, () -> one)
                .withBean("another", MeterRegistry.class, () -> another)
                .run(context -> {
                    askOnce(context);
                    assertThat(isMeasured(one)).isFalse();
                    assertThat(isMeasured(another)).isFalse();
                });
    }

    @Test
    void composite_amongSeveral_isUsed() {
        application
                .withBean("one", MeterRegistry.class, () -> one)
                .withBean("composite", MeterRegistry.class, () -> composite)
                .run(context -> {
                    askOnce(context);
                    assertThat(isMeasured(composite)).isTrue();
                    assertThat(isMeasured(one)).isFalse();
                });
    }

    @Test
    void metrics_switchedOff_measureNothing() {
        application
                .withBean("one", MeterRegistry.class, () -> one)
                .withPropertyValues("camel.component.fastrouter.metrics-enabled=false")
                .run(context -> {
                    askOnce(context);
                    assertThat(one.getMeters()).isEmpty();
                });
    }

    @Test
    void noRegistry_atAll_isNoFailure() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            askOnce(context);
        });
    }

    private static void askOnce(ApplicationContext context) {
        assertThat(Application.ask(context, "Hello")).isNotEmpty();
    }

    private static boolean isMeasured(MeterRegistry registry) {
        return registry.find("gen_ai.client.operation.duration").timer() != null;
    }
}
