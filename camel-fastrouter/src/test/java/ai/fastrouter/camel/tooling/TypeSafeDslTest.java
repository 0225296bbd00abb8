package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterEndpoint;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.FastRouterOperation;
import ai.fastrouter.camel.dsl.ComponentsBuilderFactory;
import ai.fastrouter.camel.dsl.endpoint.FastRouterEndpointBuilderFactory.FastRouterBuilders;
import ai.fastrouter.camel.test.LocalGateway;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The builders for Java routes: their methods are our options. */
class TypeSafeDslTest implements FastRouterBuilders {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void endpointBuilder_withOptions_makesThatEndpoint() {
        FastRouterEndpoint endpoint = fastrouter("chat").model("openai/gpt-4o").temperature(0.2).stream(true)
                .additionalBody("top_k", 40)
                .resolve(context, FastRouterEndpoint.class);
        FastRouterConfiguration configuration = endpoint.getConfiguration();
        assertThat(endpoint.getOperation()).isEqualTo(FastRouterOperation.CHAT);
        assertThat(configuration.getModel()).isEqualTo("openai/gpt-4o");
        assertThat(configuration.getTemperature()).isEqualTo(0.2);
        assertThat(configuration.isStream()).isTrue();
        assertThat(configuration.getAdditionalBody()).containsEntry("top_k", "40");
    }

    @Test
    void endpointBuilder_withAKey_masksItInTheUri() {
        FastRouterEndpoint endpoint =
                fastrouter("chat").apiKey("sk-v1-0000").resolve(context, FastRouterEndpoint.class);
        assertThat(endpoint.getConfiguration().getApiKey()).isEqualTo("sk-v1-0000");
        assertThat(endpoint.toString()).doesNotContain("sk-v1-0000");
    }

    @Test
    void componentBuilder_withOptions_registersThatComponent() {
        ComponentsBuilderFactory.fastrouter()
                .gateway(FastRouterGateway.arouter)
                .workerPoolSize(3)
                .register(context, "arouter");
        FastRouterComponent component = context.getComponent("arouter", FastRouterComponent.class);
        assertThat(component.getWorkerPoolSize()).isEqualTo(3);
        assertThat(component.getConfiguration().getGateway()).isEqualTo(FastRouterGateway.arouter);
        assertThat(fastrouter("arouter", "models")
                        .resolve(context, FastRouterEndpoint.class)
                        .getConfiguration()
                        .getGateway())
                .isEqualTo(FastRouterGateway.arouter);
    }

    @Test
    void route_withBuilders_runs() throws Exception {
        try (LocalGateway gateway = LocalGateway.start()) {
            FastRouterComponent component = context.getComponent("fastrouter", FastRouterComponent.class);
            component.getConfiguration().setBaseUrl(gateway.baseUrl());
            component.getConfiguration().setApiKey("local");
            context.addRoutes(new Answers());
            context.start();
            context.createProducerTemplate().sendBody("direct:question", "Hello");
            assertThat(gateway.lastRequest().json().get("temperature").asDouble())
                    .isEqualTo(0.2);
        }
    }

    /** A route without URIs as texts. */
    // tag::route[]
    static class Answers extends EndpointRouteBuilder implements FastRouterBuilders {
        @Override
        public void configure() {
            from(direct("question"))
                    .to(fastrouter("chat").model("openai/gpt-5.1").temperature(0.2))
                    .to(log("answers"));
        }
    }
    // end::route[]
}
