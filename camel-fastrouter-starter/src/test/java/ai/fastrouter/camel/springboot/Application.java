package ai.fastrouter.camel.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The least application that has the starter. */
final class Application {

    private Application() {}

    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class,
                        FastRouterComponentConverter.class,
                        FastRouterComponentAutoConfiguration.class))
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
}
