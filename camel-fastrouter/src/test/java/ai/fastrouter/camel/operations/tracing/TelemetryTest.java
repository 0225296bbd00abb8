package ai.fastrouter.camel.operations.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.ChatStream;
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
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.support.DefaultExchange;
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
                from("direct:read").to("fastrouter:chat?stream=true").process(TelemetryTest::readAll);
                from("direct:quit").to("fastrouter:chat?stream=true").process(exchange -> {
                    exchange.getMessage().getBody(Iterator.class).next();
                    assertThat(spanNames()).contains("chat " + MODEL).doesNotContain("chat " + MODEL + " stream");
                    exchange.getMessage().getBody(ChatStream.class).close();
                });
                from("direct:speak")
                        .to("fastrouter:speech?voice=alloy&responseFormat=pcm&output=stream")
                        .process(exchange -> exchange.getMessage()
                                .getBody(InputStream.class)
                                .transferTo(OutputStream.nullOutputStream()));
                from("direct:two")
                        .to("fastrouter:chat?stream=true&model=first/model")
                        .setProperty("first", body())
                        .setBody(constant("Hi"))
                        .to("fastrouter:chat?stream=true&model=second/model")
                        .process(TelemetryTest::readAll)
                        .setBody(exchangeProperty("first"))
                        .process(TelemetryTest::readAll);
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

    @Test
    void stream_read_hasAChildSpanWithTokens() {
        gateway().onChat().reply(Reply.stream("Hel", "lo").header("x-request-id", "req-8"));

        Exchange exchange = send("direct:read", "Hi");

        assertThat(exchange.getException()).isNull();
        SpanData child = span("chat " + MODEL + " stream");
        assertThat(child.getParentSpanId()).isEqualTo(span("chat " + MODEL).getSpanId());
        assertThat(child.getTraceId()).isEqualTo(span("chat " + MODEL).getTraceId());
        assertThat(attributes(child))
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "fastrouter")
                .containsEntry("gen_ai.request.model", MODEL)
                .containsEntry("gen_ai.response.model", MODEL)
                .containsEntry("gen_ai.response.finish_reasons", "stop")
                .containsEntry("fastrouter.request_id", "req-8")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("server.address", "127.0.0.1")
                .containsKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.usage.cost")
                .doesNotContainKey("error.type");
    }

    @Test
    void stream_cut_childSpanHasErrorType() {
        gateway().onChat().reply(Reply.stream("Hel", "lo").withoutFinish());

        Exchange exchange = send("direct:read", "Hi");

        assertThat(exchange.getException()).hasCauseInstanceOf(FastRouterStreamException.class);
        assertThat(attributes(span("chat " + MODEL + " stream")))
                .containsEntry("error.type", "stream")
                .containsEntry("error", "true");
    }

    @Test
    void stream_closedEarly_childSpanEnds() {
        gateway().onChat().reply(Reply.stream("Hel", "lo", "!"));

        Exchange exchange = send("direct:quit", "Hi");

        assertThat(exchange.getException()).isNull();
        SpanData child = span("chat " + MODEL + " stream");
        assertThat(child.hasEnded()).isTrue();
        assertThat(child.getParentSpanId()).isEqualTo(span("chat " + MODEL).getSpanId());
    }

    @Test
    void liveSpeech_longerThanItsBuffers_hasAChildSpan() {
        gateway().onSpeech().reply(Reply.generated("audio/pcm", 8_000_000));

        Exchange exchange = send("direct:speak", "Hi");

        assertThat(exchange.getException()).isNull();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(spanNames()).contains("speech " + MODEL + " stream"));
        assertThat(span("speech " + MODEL + " stream").getParentSpanId())
                .isEqualTo(span("speech " + MODEL).getSpanId());
    }

    @Test
    void twoStreams_inOneExchange_keepTheirResults() {
        gateway().onChat().reply(Reply.stream("One").withoutFinish(), Reply.stream("Two"));

        send("direct:two", "Hi");

        assertThat(attributes(span("chat second/model stream")))
                .containsEntry("gen_ai.request.model", "second/model")
                .containsEntry("gen_ai.response.finish_reasons", "stop")
                .doesNotContainKey("error.type");
        assertThat(attributes(span("chat first/model stream")))
                .containsEntry("gen_ai.request.model", "first/model")
                .containsEntry("error.type", "stream");
    }

    /** The facts of a call that another call's end must not change. */
    @Test
    void stream_endingUnderTheNextSpan_leavesItsFactsAlone() {
        CallListener listener = SpanFacts.listener();
        Exchange exchange = new DefaultExchange(context);
        SpanFacts.lay(exchange, null);
        CallInfo first = call(exchange);
        listener.started(first);
        SpanFacts of1 = SpanFacts.take(exchange);
        SpanFacts.lay(exchange, null);
        listener.started(call(exchange));

        listener.ended(first, new CallResult(1, true, 200, null, null, "r1", null, null, null));

        assertThat(of1.result().requestId()).isEqualTo("r1");
        assertThat(SpanFacts.take(exchange).result()).isNull();
    }

    private static CallInfo call(Exchange exchange) {
        return new CallInfo("chat", MODEL, "fastrouter://chat", exchange, 7, CallInfo.FIRST_ATTEMPT);
    }

    private static void readAll(Exchange exchange) {
        exchange.getMessage().getBody(Iterator.class).forEachRemaining(chunk -> {});
    }

    private List<String> spanNames() {
        return spans.getFinishedSpanItems().stream().map(SpanData::getName).toList();
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + ", only " + spanNames()));
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
