package ai.fastrouter.camel.examples.tools;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** A model that may call routes: whatever it wants called is sent to {@code direct:tool-NAME}, and the results go back to it. */
public class ToolRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::conversation[]
        from("direct:ask")
                .routeId("ask")
                .to("direct:model")
                // as long as it wants tools called, but not for ever
                .loopDoWhile(simple("${header.CamelFastRouterToolCalls} != null"
                        + " && ${header.CamelFastRouterMessages.size} < 20"))
                .split(header("CamelFastRouterToolCalls"), AggregationStrategies.groupedBody())
                .to("direct:tool")
                .end()
                .to("direct:model")
                .end();

        from("direct:model")
                .routeId("model")
                .to("fastrouter:chat?model={{model}}&tools=resource:classpath:tools.json&conversation=true");
        // end::conversation[]

        // tag::tools[]
        from("direct:tool")
                .routeId("tool")
                .log(LoggingLevel.INFO, "tools", "${body.name}(${body.arguments})")
                .setProperty("tool", simple("${body.name}"))
                .setBody(simple("${body.arguments}"))
                .doTry()
                .unmarshal()
                .json(JsonLibrary.Jackson)
                .toD("direct:tool-${exchangeProperty.tool}?block=false")
                .doCatch(Exception.class)
                // the model may find another way
                .setBody(constant("This tool is not available."))
                .end();

        // what a model sends is data: it is compared, and never part of an expression
        from("direct:tool-get_weather")
                .routeId("get_weather")
                .choice()
                .when(simple("${body[city]} == 'Oslo'"))
                .setBody(constant("4 degrees and rain"))
                .when(simple("${body[city]} == 'Rome'"))
                .setBody(constant("21 degrees and sun"))
                .otherwise()
                .setBody(constant("not known"));

        from("direct:tool-get_time").routeId("get_time").setBody(simple("${date-with-timezone:now:UTC:HH:mm} UTC"));
        // end::tools[]
    }
}
