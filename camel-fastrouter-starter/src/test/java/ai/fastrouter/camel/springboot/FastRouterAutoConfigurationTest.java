package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterGateway;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/** What the properties do to the component. */
class FastRouterAutoConfigurationTest {

    private final ApplicationContextRunner application = Application.runner();

    @Test
    void properties_ofEveryType_reachTheComponent() {
        application
                .withPropertyValues(
                        "camel.component.fastrouter.gateway=arouter",
                        "camel.component.fastrouter.base-url=http://localhost:1/v1",
                        "camel.component.fastrouter.temperature=0.5",
                        "camel.component.fastrouter.maxTokens=7",
                        "camel.component.fastrouter.seed=8",
                        "camel.component.fastrouter.stream=true",
                        "camel.component.fastrouter.idle-timeout=9",
                        "camel.component.fastrouter.additional-body[top_k]=40")
                .run(context -> {
                    FastRouterConfiguration configuration =
                            Application.component(context).getConfiguration();
                    assertThat(configuration.getGateway()).isEqualTo(FastRouterGateway.arouter);
                    assertThat(configuration.getBaseUrl()).isEqualTo("http://localhost:1/v1");
                    assertThat(configuration.getTemperature()).isEqualTo(0.5);
                    assertThat(configuration.getMaxTokens()).isEqualTo(7);
                    assertThat(configuration.getSeed()).isEqualTo(8);
                    assertThat(configuration.isStream()).isTrue();
                    assertThat(configuration.getIdleTimeout()).isEqualTo(9);
                    assertThat(configuration.getAdditionalBody()).containsEntry("top_k", "40");
                });
    }

    @Test
    void duration_inMillis_reachesTheComponent() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(properties("classpath:docs/timeouts.properties")))
                .run(context -> {
                    FastRouterConfiguration configuration =
                            Application.component(context).getConfiguration();
                    assertThat(configuration.getConnectTimeout()).isEqualTo(5_000);
                    assertThat(configuration.getFirstByteTimeout()).isEqualTo(120_000);
                    assertThat(configuration.getIdleTimeout()).isEqualTo(30_000);
                    assertThat(configuration.getTotalTimeout()).isEqualTo(600_000);
                });
    }

    @Test
    void duration_withAUnit_isRefusedAtStart() {
        application
                .withPropertyValues("camel.component.fastrouter.idle-timeout=30s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(NumberFormatException.class)
                        .hasMessageContaining("30s"));
    }

    @Test
    void configuration_withoutProperties_isThatOfAComponentOutsideSpring() {
        application.run(context -> assertThat(Application.component(context).getConfiguration())
                .usingRecursiveComparison()
                .isEqualTo(new FastRouterConfiguration()));
    }

    @Test
    void wrongValue_atStart_failsAndNamesTheProperty() {
        application
                .withPropertyValues("camel.component.fastrouter.max-tokens=many")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("many")
                        .isInstanceOf(NumberFormatException.class));
    }

    @Test
    void enabled_false_leavesTheComponentAlone() {
        application
                .withPropertyValues(
                        "camel.component.fastrouter.enabled=false", "camel.component.fastrouter.model=openai/gpt-4o")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(FastRouterComponentAutoConfiguration.class);
                    assertThat(context).doesNotHaveBean(FastRouterComponentConfiguration.class);
                    assertThat(Application.component(context).getConfiguration().getModel())
                            .isNull();
                });
    }

    @Test
    void customizer_ofTheApplication_changesTheComponent() {
        application
                .withBean(ComponentCustomizer.class, ModelCustomizer::new)
                .run(context -> assertThat(Application.component(context)
                                .getConfiguration()
                                .getModel())
                        .isEqualTo("customized"));
    }

    /** The customizer that the properties make has order 0 and sets every option, defaults too. */
    @Test
    void customizer_ofOrder1_winsOverADefault() {
        application
                .withBean(
                        ComponentCustomizer.class,
                        () -> ComponentCustomizer.builder(FastRouterComponent.class)
                                .withOrder(1)
                                .build((name, component) ->
                                        component.getConfiguration().setIdleTimeout(77)))
                .withPropertyValues("camel.component.fastrouter.model=openai/gpt-4o")
                .run(context -> {
                    FastRouterConfiguration configuration =
                            Application.component(context).getConfiguration();
                    assertThat(configuration.getIdleTimeout()).isEqualTo(77);
                    assertThat(configuration.getModel()).isEqualTo("openai/gpt-4o");
                });
    }

    @Test
    void customizer_switchedOff_leavesTheComponentAlone() {
        application
                .withPropertyValues(
                        "camel.component.fastrouter.customizer.enabled=false",
                        "camel.component.fastrouter.model=openai/gpt-4o")
                .run(context -> assertThat(Application.component(context)
                                .getConfiguration()
                                .getModel())
                        .isNull());
    }

    @Test
    void allComponents_switchedOff_leaveTheComponentAlone() {
        application
                .withPropertyValues("camel.component.enabled=false", "camel.component.fastrouter.model=openai/gpt-4o")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(FastRouterComponentAutoConfiguration.class);
                    assertThat(context).doesNotHaveBean(FastRouterBeansAutoConfiguration.class);
                    assertThat(Application.component(context).getConfiguration().getModel())
                            .isNull();
                });
    }

    @Test
    void camelContext_absent_leavesNothingOfTheStarter() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FastRouterComponentAutoConfiguration.class, FastRouterBeansAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context).doesNotHaveBean(ComponentCustomizer.class);
                });
    }

    @Test
    void reference_toABean_isLookedUp() {
        ObjectMapper mapper = new ObjectMapper();
        application
                .withBean("mine", ObjectMapper.class, () -> mapper)
                .withBean("another", ObjectMapper.class, ObjectMapper::new)
                .withPropertyValues("camel.component.fastrouter.object-mapper=#mine")
                .run(context -> assertThat(Application.component(context)
                                .getConfiguration()
                                .getObjectMapper())
                        .isSameAs(mapper));
    }

    private static PropertySource<?> properties(String location) {
        try {
            return new ResourcePropertySource(location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the model. */
    private static final class ModelCustomizer implements ComponentCustomizer {

        @Override
        public void configure(String name, Component target) {
            ((FastRouterComponent) target).getConfiguration().setModel("customized");
        }

        @Override
        public boolean isEnabled(String name, Component target) {
            return target instanceof FastRouterComponent;
        }
    }
}
