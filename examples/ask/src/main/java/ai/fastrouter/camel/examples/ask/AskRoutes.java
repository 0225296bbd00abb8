package ai.fastrouter.camel.examples.ask;

import org.apache.camel.builder.RouteBuilder;

/** Two ways to ask: {@code direct:stream} prints the answer while it is made, {@code direct:plain} when it is whole. */
public class AskRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:stream")
                .routeId("stream")
                .to("fastrouter:chat?model={{model}}&stream=true&streamOutput=text")
                .split(body())
                .streaming()
                .to("stream:out?appendNewLine=false")
                .end()
                // ends the line
                .setBody(constant(""))
                .to("stream:out");

        from("direct:plain")
                .routeId("plain")
                .to("fastrouter:chat?model={{model}}")
                .to("stream:out");
    }
}
