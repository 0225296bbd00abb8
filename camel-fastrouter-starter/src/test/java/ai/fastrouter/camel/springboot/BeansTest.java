package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.http.HttpClientConfigurer;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which beans of the application the component takes. */
class BeansTest {

    private final HttpClientConfigurer configurer = builder -> {};
    private final AggregationRepository repository = new MemoryAggregationRepository();
    private final SSLContextParameters tls = new SSLContextParameters();

    private final ApplicationContextRunner application = Application.runner()
            .withBean("configurer", HttpClientConfigurer.class, () -> configurer)
            .withBean("repository", AggregationRepository.class, () -> repository)
            .withBean("tls", SSLContextParameters.class, () -> tls);

    @Test
    void onlyBeans_ofTheirTypes_areTaken() {
        application.run(context -> {
            assertThat(Application.component(context).getHttpClientConfigurer()).isSameAs(configurer);
            assertThat(Application.component(context).getSslContextParameters()).isSameAs(tls);
            assertThat(Application.component(context).getConfiguration().getAggregationRepository())
                    .isSameAs(repository);
        });
    }

    @Test
    void twoBeans_ofAType_areLeft() {
        application
                .withBean("configurer2", HttpClientConfigurer.class, () -> builder -> {})
                .withBean("repository2", AggregationRepository.class, MemoryAggregationRepository::new)
                .withBean("tls2", SSLContextParameters.class, SSLContextParameters::new)
                .run(context -> {
                    assertThat(Application.component(context).getHttpClientConfigurer())
                            .isNull();
                    assertThat(Application.component(context).getSslContextParameters())
                            .isNull();
                    assertThat(Application.component(context).getConfiguration().getAggregationRepository())
                            .isNull();
                });
    }

    @Test
    void twoBeans_onePrimary_isTaken() {
        HttpClientConfigurer primary = builder -> {};
        application
                .withBean("primary", HttpClientConfigurer.class, () -> primary, bean -> bean.setPrimary(true))
                .run(context -> assertThat(Application.component(context).getHttpClientConfigurer())
                        .isSameAs(primary));
    }

    @Test
    void autowiring_off_takesNone() {
        application
                .withPropertyValues("camel.component.fastrouter.autowired-enabled=false")
                .run(context -> {
                    assertThat(Application.component(context).getHttpClientConfigurer())
                            .isNull();
                    assertThat(Application.component(context).getSslContextParameters())
                            .isNull();
                    assertThat(Application.component(context).getConfiguration().getAggregationRepository())
                            .isNull();
                });
    }

    @Test
    void property_ofAnotherBean_wins() {
        HttpClientConfigurer another = builder -> {};
        application
                .withBean("another", HttpClientConfigurer.class, () -> another, bean -> bean.setPrimary(false))
                .withPropertyValues("camel.component.fastrouter.http-client-configurer=#another")
                .run(context -> assertThat(Application.component(context).getHttpClientConfigurer())
                        .isSameAs(another));
    }

    @Test
    void noBeans_ofTheseTypes_leaveTheDefaults() {
        Application.runner().run(context -> {
            assertThat(Application.component(context).getHttpClientConfigurer()).isNull();
            assertThat(Application.component(context).getSslContextParameters()).isNull();
        });
    }
}
