package ai.fastrouter.camel.docs;

import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** The recipes of README.md. */
class RecipeRoutes extends RouteBuilder {

    /** What a ticket is about. */
    public record Ticket(String topic, String urgency) {}

    @Override
    public void configure() {
        // tag::wait[]
        onException(FastRouterTransientException.class).maximumRedeliveries(3);
        onException(FastRouterQuotaException.class).handled(true).to("direct:out-of-credits");
        onException(FastRouterModerationException.class).handled(true).to("direct:refused");

        from("direct:answer")
                .to("fastrouter:chat?model=openai/gpt-5.1&maxTokens=500")
                .log(LoggingLevel.DEBUG, "cost: ${header.CamelFastRouterCost} USD");
        // end::wait[]

        // tag::live[]
        from("direct:live")
                .to("fastrouter:chat?model=openai/gpt-5.1&stream=true&streamOutput=text")
                .split(body())
                .streaming()
                .to("direct:show");
        // end::live[]

        // tag::typed[]
        from("direct:triage")
                .to("fastrouter:chat?model=openai/gpt-5.1&outputClass=" + Ticket.class.getName())
                .choice()
                .when(simple("${body.urgency} == 'high'"))
                .to("direct:on-call")
                .otherwise()
                .to("direct:queue");
        // end::typed[]

        // tag::look[]
        from("file:receipts?include=.*\\.(png|jpg)")
                .routeId("receipts")
                .to("fastrouter:chat?model=openai/gpt-5.1&userMessage=Which sum does this receipt show%3F")
                .to("file:sums?fileName=${file:name.noext}.txt");
        // end::look[]

        // tag::jingle[]
        from("direct:order").to("fastrouter:prompt-to-audio?duration=10");

        from("fastrouter:prompt-to-audio").routeId("jingles").to("file:jingles");
        // end::jingle[]

        from("direct:show").to("mock:show");
        from("direct:on-call").to("mock:on-call");
        from("direct:queue").to("mock:queue");
        from("direct:refused").to("mock:refused");
        from("direct:out-of-credits").to("mock:out-of-credits");
    }
}
