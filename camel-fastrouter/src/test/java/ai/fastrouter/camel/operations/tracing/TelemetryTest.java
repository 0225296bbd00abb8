package ai.fastrouter.camel.operations.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.Test;

/** Spans of camel-opentelemetry2, and what of them goes to the gateway. */
class TelemetryTest extends OperationsTestSupport {

    private static final String ANSWER = """
            {"id":"c1","model":"openai/gpt-5.1-mini","choices":[{"message":{"role":"assistant","content":"Hi"},
             "finish_reason":"stop"}],
             "usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"cost":0.00004,"provider":"azure"}}""";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetryTracer tracer = new OpenTelemetryTracer();

    @Override
    protected void prepare(CamelContext context) throws Exception {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        context.getRegistry().bind("tracer", provider.get("test"));
        context.getRegistry().bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        CamelContextAware.trySetCamelContext(tracer, context);
        tracer.init(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:plain").to("fastrouter:chat?userMessage=Talk like a pirate");
                from("direct:traced").to("fastrouter:chat?traceHeaders=true");
            }
        });
    }

    @Test
    void answer_arrived_isInTheSpan() {
        gateway().onChat().reply(Reply.json(ANSWER).header("x-request-id", "req-7"));

        Exchange exchange = send("direct:plain", "Hi");

        SpanData span = chatSpan();
        assertThat(span.getName()).isEqualTo("chat " + MODEL);
        assertThat(attributes(span))
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.system", "fastrouter")
                .containsEntry("gen_ai.provider.name", "fastrouter")
                .containsEntry("gen_ai.request.model", MODEL)
                .containsEntry("gen_ai.response.model", "openai/gpt-5.1-mini")
                .containsEntry("gen_ai.response.id", "c1")
                .containsEntry("gen_ai.response.finish_reasons", "stop")
                .containsEntry("gen_ai.usage.input_tokens", "12")
                .containsEntry("gen_ai.usage.output_tokens", "3")
                .containsEntry("gen_ai.usage.cost", "0.00004")
                .containsEntry("fastrouter.provider", "azure")
                .containsEntry("fastrouter.request_id", "req-7")
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("camel.uri", "fastrouter://chat?userMessage=xxxxxx")
                .containsEntry("url.query", "userMessage=xxxxxx");
        assertThat(attributes(span).values()).noneMatch(value -> value.contains("pirate"));
        assertThat(exchange.getProperties()).doesNotContainKey("CamelFastRouterSpanFacts");
    }

    @Test
    void failure_answered_isInTheSpan() {
        gateway().onChat().reply(Reply.error(429, Envelope.E1, "Slow down"));

        send("direct:plain", "Hi");

        assertThat(attributes(chatSpan()))
                .containsEntry("error.type", "429")
                .containsEntry("error", "true")
                .containsEntry("gen_ai.request.model", MODEL)
                .doesNotContainKey("gen_ai.response.model");
    }

    @Test
    void request_thatIsNeverSent_leavesASpanWithoutCall() {
        context.createFluentProducerTemplate()
                .to("direct:plain")
                .withBody("Hi")
                .withHeader("CamelFastRouterTemperature", "very hot")
                .send();

        assertThat(attributes(chatSpan()))
                .containsEntry("gen_ai.operation.name", "chat")
                .doesNotContainKey("gen_ai.request.model");
    }

    @Test
    void trace_switchedOn_goesOnAtTheGateway() {
        send("direct:traced", "Hi");

        SpanData span = chatSpan();
        assertThat(gateway().lastRequest().header("traceparent"))
                .isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void trace_notSwitchedOn_staysHere() {
        send("direct:plain", "Hi");

        assertThat(gateway().lastRequest().header("traceparent")).isNull();
    }

    @Test
    void traceHeader_thatIsNotValid_staysHere() {
        tracer.setExcludePatterns("*"); // else it sets valid ones
        context.createFluentProducerTemplate()
                .to("fastrouter:chat?traceHeaders=true")
                .withBody("Hi")
                .withHeader("traceparent", "00-my own words about the weather and other things of the-01")
                .withHeader("tracestate", "a=b")
                .send();

        assertThat(gateway().lastRequest().header("traceparent")).isNull();
        assertThat(gateway().lastRequest().header("tracestate")).isNull();
    }

    private SpanData chatSpan() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().startsWith("chat"))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> name(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private static String name(AttributeKey<?> key) {
        return key.getKey();
    }
}
