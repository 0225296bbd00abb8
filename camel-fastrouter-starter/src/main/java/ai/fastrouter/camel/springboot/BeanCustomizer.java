package ai.fastrouter.camel.springboot;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.gateway.http.HttpClientConfigurer;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.ObjectProvider;

/** Sets what the component has not been given: it runs after the properties and after the application's customizers. */
final class BeanCustomizer implements ComponentCustomizer {

    private final ObjectProvider<AggregationRepository> repositories;
    private final ObjectProvider<HttpClientConfigurer> configurers;
    private final ComponentTls tls;

    BeanCustomizer(
            ObjectProvider<AggregationRepository> repositories,
            ObjectProvider<HttpClientConfigurer> configurers,
            ComponentTls tls) {
        this.repositories = repositories;
        this.configurers = configurers;
        this.tls = tls;
    }

    @Override
    public void configure(String name, Component target) {
        FastRouterComponent component = (FastRouterComponent) target;
        tls.applyTo(component);
        if (!component.isAutowiredEnabled()) {
            return;
        }
        FastRouterConfiguration configuration = component.getConfiguration();
        if (configuration.getAggregationRepository() == null) {
            repositories.ifUnique(configuration::setAggregationRepository);
        }
        if (component.getHttpClientConfigurer() == null) {
            configurers.ifUnique(component::setHttpClientConfigurer);
        }
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof FastRouterComponent;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST;
    }
}
