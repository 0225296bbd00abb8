package ai.fastrouter.camel.examples.springboot;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.test.LocalGateway;
import java.time.Duration;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without a key, which Spring also finds in {@code FASTROUTER_API_KEY}, a gateway in this process answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("environment.getProperty('fastrouter.api.key', '').isEmpty()")
class LocalGatewayConfiguration {

    @Bean
    LocalGateway localGateway(@Value("${local-gateway.job-time:5s}") Duration jobTime) {
        return LocalGateway.builder()
                .chunkDelay(Duration.ofMillis(50))
                .jobTime(jobTime)
                .start();
    }

    @Bean
    ComponentCustomizer localGatewayCustomizer(LocalGateway gateway) {
        // 1: after the properties, the defaults of which would win else
        return ComponentCustomizer.builder(FastRouterComponent.class)
                .withOrder(1)
                .build(component -> {
                    FastRouterConfiguration configuration = component.getConfiguration();
                    configuration.setBaseUrl(gateway.baseUrl());
                    configuration.setApiKey("local");
                    // its jingles are on http://127.0.0.1
                    configuration.setAllowHttpDownload(true);
                    configuration.setAllowPrivateAddresses(true);
                });
    }
}
