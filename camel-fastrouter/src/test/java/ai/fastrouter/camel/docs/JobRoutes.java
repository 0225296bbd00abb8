package ai.fastrouter.camel.docs;

import ai.fastrouter.camel.error.FastRouterJobException;
import org.apache.camel.builder.RouteBuilder;

/** The routes of the page's section on prompt-to-audio. */
final class JobRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::collect[]
        from("direct:jingle")
                .setHeader("customer", simple("${header.customer}"))
                .to("fastrouter:prompt-to-audio?duration=10");

        onException(FastRouterJobException.class).handled(true).to("direct:refund");
        from("fastrouter:prompt-to-audio?bridgeErrorHandler=true")
                .setHeader("CamelFileName", simple("${header.customer}-${header.CamelFastRouterJobId}.wav"))
                .to("file:clips");
        // end::collect[]

        // tag::await[]
        from("direct:now")
                .to("fastrouter:prompt-to-audio?await=true&jobTimeout=2m")
                .to("direct:play");
        // end::await[]

        from("direct:refund").to("mock:refund");
        from("direct:play").to("mock:play");
    }
}
