package ai.fastrouter.camel.test.spring;

import ai.fastrouter.camel.test.LocalGateway;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Adds a local gateway to an application context. Equal customizers share a context, and so a gateway.
 *
 * @param components the names of the components that talk to it
 */
record ConnectionCustomizer(List<String> components) implements ContextCustomizer {

    private static final String NAME = "localGateway";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        LocalGateway gateway = LocalGateway.start();
        Map<String, Object> properties = new HashMap<>();
        for (String component : components) {
            String prefix = "camel.component." + component + ".";
            boolean arouter =
                    "arouter".equalsIgnoreCase(context.getEnvironment().getProperty(prefix + "gateway"));
            properties.put(prefix + "base-url", arouter ? gateway.arouterUrl() : gateway.baseUrl());
            properties.put(prefix + "api-key", "local");
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, properties));
        DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
        beans.registerSingleton(NAME, gateway);
        beans.registerDisposableBean(NAME, gateway::close);
    }
}
