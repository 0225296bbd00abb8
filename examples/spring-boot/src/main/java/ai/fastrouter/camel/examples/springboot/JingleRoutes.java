package ai.fastrouter.camel.examples.springboot;

import ai.fastrouter.camel.error.FastRouterJobException;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes orders for jingles, collects them when they are done, and hands them out. */
@Component
public class JingleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::jingles[]
        from("platform-http:/jingles?httpMethodRestrict=POST")
                .routeId("order-jingle")
                .convertBodyTo(String.class)
                .removeHeaders("*")
                .setHeader("jingle", method(Jingles.class, "name"))
                .to("fastrouter:prompt-to-audio?duration=10&jobHeaders=jingle")
                .bean(Jingles.class, "ordered(${header.jingle})")
                .setBody(simple("{\"id\": \"${header.jingle}\"}"))
                .setHeader("Location", simple("/jingles/${header.jingle}"))
                .to("direct:accepted");

        // the header that was there when the job was submitted comes back with the audio
        from("fastrouter:prompt-to-audio?bridgeErrorHandler=true")
                .routeId("collect-jingles")
                .onException(FastRouterJobException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "No jingle ${header.jingle}: ${exception.message}")
                .bean(Jingles.class, "failed(${header.jingle})")
                .end()
                .to("file:{{jingles.dir}}?fileName=${header.jingle}.wav")
                .bean(Jingles.class, "ready(${header.jingle})");
        // end::jingles[]

        from("platform-http:/jingles/{jingle}?httpMethodRestrict=GET")
                .routeId("fetch-jingle")
                .setProperty("state", method(Jingles.class, "state(${header.jingle})"))
                .choice()
                .when(exchangeProperty("state").isEqualTo(Jingles.State.READY))
                .setBody(simple("{{jingles.dir}}/${header.jingle}.wav", File.class))
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("audio/wav"))
                .when(exchangeProperty("state").isEqualTo(Jingles.State.ORDERED))
                .setBody(constant("{\"state\": \"ORDERED\"}"))
                .to("direct:accepted")
                .otherwise()
                .setBody(simple("{\"state\": \"${exchangeProperty.state}\"}"))
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(404))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .end();

        from("direct:accepted")
                .routeId("accepted")
                .removeHeaders("*", "Location")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
