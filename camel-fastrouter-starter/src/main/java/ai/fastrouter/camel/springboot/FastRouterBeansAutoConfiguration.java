package ai.fastrouter.camel.springboot;

import ai.fastrouter.camel.gateway.http.HttpClientConfigurer;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Gives the component beans of the application: TLS settings, the configurer of the HTTP client and the repository of jobs. Each is
 * taken when there is exactly one, or one that is primary, and the component has none yet.
 * {@code camel.component.fastrouter.autowired-enabled=false} takes none.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.fastrouter"})
@EnableConfigurationProperties(FastRouterSslProperties.class)
public class FastRouterBeansAutoConfiguration {

    @Lazy
    @Bean
    ComponentCustomizer fastRouterBeanCustomizer(
            ObjectProvider<AggregationRepository> repositories,
            ObjectProvider<HttpClientConfigurer> configurers,
            ComponentTls tls) {
        return new BeanCustomizer(repositories, configurers, tls);
    }

    @Lazy
    @Bean
    ComponentTls fastRouterTls(
            FastRouterSslProperties properties,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<SSLContextParameters> parameters) {
        return new ComponentTls(properties.getSslBundle(), bundles, parameters);
    }
}
