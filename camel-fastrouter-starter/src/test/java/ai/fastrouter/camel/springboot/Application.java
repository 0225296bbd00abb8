package ai.fastrouter.camel.springboot;

import ai.fastrouter.camel.FastRouterComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.security.CamelSSLAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The least application that has the starter. */
final class Application {

    private Application() {}

    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        CamelAutoConfiguration.class,
                        CamelSSLAutoConfiguration.class,
                        FastRouterComponentConverter.class,
                        FastRouterComponentAutoConfiguration.class,
                        FastRouterBeansAutoConfiguration.class))
                // of CamelContexts in one virtual machine
                .withPropertyValues("camel.main.jmx-enabled=false");
    }

    /** Adds a route from {@code direct:start}. */
    static ApplicationContextRunner withRouteTo(String uri) {
        return runner().withBean(RouteBuilder.class, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(uri);
            }
        });
    }

    static FastRouterComponent component(ApplicationContext context) {
        return context.getBean(CamelContext.class).getComponent("fastrouter", FastRouterComponent.class);
    }

    /** Sends a body into the route and gives back the body that comes out. */
    static String ask(ApplicationContext context, String body) {
        return context.getBean(ProducerTemplate.class).requestBody("direct:start", body, String.class);
    }
}
