package ai.fastrouter.camel.examples.jingle;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Prompts are read, submitted, and collected as clips. */
class JingleRoutes extends RouteBuilder {

    private final Runnable whenSettled;

    JingleRoutes(Runnable whenSettled) {
        this.whenSettled = whenSettled;
    }

    @Override
    public void configure() {
        read();
        submit();
        collect();
        from("direct:refused")
                .routeId("refused")
                .bean("ledger", "refused(${header.title})")
                .to("direct:tell-failure");
        from("direct:tell-failure")
                .routeId("tell-failure")
                .setBody(simple("${header.title}: ${exception.message}"))
                .to("stream:err");
    }

    private void read() {
        from("file:{{jingle.prompts}}?includeExt=txt&noop=true&initialDelay=100&delay=500&sendEmptyMessageWhenIdle=true")
                .routeId("read")
                .choice()
                .when(body().isNotNull())
                .to("direct:lines")
                // nothing to read: is there anything else to wait for?
                .when(method("ledger", "isSettled"))
                .process(exchange -> whenSettled.run());

        from("direct:lines")
                .routeId("lines")
                .split(body().tokenize("\n"))
                .filter(body().regex("[^#:\\s][^:]*:.*\\S\\s*"))
                .bean("ledger", "lineRead")
                .to("seda:lines?size=100000");
    }

    private void submit() {
        // tag::submit[]
        // what is still in the queue when it stops will be read again at the next start
        from("seda:lines?purgeWhenStopping=true")
                .routeId("submit")
                .onCompletion()
                .bean("ledger", "lineHandled")
                .end()
                // it is open whether there is a job: nothing that may be done again
                .onException(FastRouterJobException.class)
                .handled(true)
                .to("direct:tell-failure")
                .end()
                .onException(FastRouterTransientException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay(2000)
                .handled(true)
                .to("direct:refused")
                .end()
                .onException(FastRouterException.class)
                .handled(true)
                .to("direct:refused")
                .end()
                .process(JingleRoutes::parse)
                .filter(method("ledger", "isNew(${header.title})"))
                .throttle(1)
                .timePeriodMillis("{{jingle.pause}}")
                .bean("ledger", "submitting(${header.title})")
                .to("fastrouter:prompt-to-audio?duration={{jingle.duration}}&jobHeaders=title,prompt")
                .bean("ledger", "ordered(${header.title}, ${header.CamelFastRouterJobId})")
                .setBody(simple("${header.title}: ordered"))
                .to("stream:out");
        // end::submit[]
    }

    private void collect() {
        // tag::collect[]
        // the headers that the line had when it was submitted come back with the clip, whoever submitted it, whenever
        from("fastrouter:prompt-to-audio?initialDelay=100&delay=500&bridgeErrorHandler=true")
                .routeId("collect")
                .onException(FastRouterJobException.class)
                .handled(true)
                .bean("ledger", "failed(${header.title})")
                .setBody(simple("${header.title}: ${exception.message}"))
                .to("stream:err")
                .end()
                .bean(WavTags.class)
                // under another name until it is whole
                .to("file:{{clips.dir}}?fileName=${header.title}.wav&tempPrefix=.part-")
                .bean("ledger", "done(${header.title})")
                .setBody(simple("${header.title}: ${header.CamelFastRouterAudioDuration} s"))
                .to("stream:out");
        // end::collect[]
    }

    /** Of {@code name: prompt} the name becomes a header that can be a file's name, the prompt the body. */
    private static void parse(Exchange exchange) {
        String[] parts = exchange.getMessage().getBody(String.class).split(":", 2);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("title", parts[0].strip().replaceAll("[^\\p{L}\\p{N}._ -]", "-"));
        exchange.getMessage().setHeader("prompt", parts[1].strip());
        exchange.getMessage().setBody(parts[1].strip());
    }
}
