package ai.fastrouter.camel.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Meters after the OpenTelemetry conventions. */
class MetricsTest extends OperationsTestSupport {

    private static final String ANSWER = """
            {"id":"c1","model":"openai/gpt-5.1-mini","choices":[{"message":{"role":"assistant","content":"Hi"},
             "finish_reason":"stop"}],
             "usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"cost":0.00004,"provider":"azure"}}""";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void prepare(CamelContext context) throws Exception {
        context.getRegistry().bind("meters", meters);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:patient").to("fastrouter:chat");
            }
        });
    }

    @Test
    void answer_arrived_isMeasured() {
        gateway().onChat().reply(Reply.json(ANSWER));

        send("fastrouter:chat", "Hi");

        Tags tags = Tags.of(
                        "gen_ai.operation.name", "chat",
                        "gen_ai.provider.name", "fastrouter",
                        "gen_ai.system", "fastrouter",
                        "gen_ai.request.model", MODEL,
                        "gen_ai.response.model", "openai/gpt-5.1-mini")
                .and(
                        "server.address",
                        "127.0.0.1",
                        "server.port",
                        String.valueOf(gateway().port()));
        assertThat(meters.get("gen_ai.client.operation.duration")
                        .tags(tags)
                        .tag("error.type", "none")
                        .timer())
                .satisfies(timer -> {
                    assertThat(timer.count()).isEqualTo(1);
                    assertThat(timer.totalTime(TimeUnit.SECONDS)).isBetween(0.0001, 30.0);
                });
        assertThat(meters.get("gen_ai.client.token.usage")
                        .tags(tags)
                        .tag("gen_ai.token.type", "input")
                        .summary()
                        .totalAmount())
                .isEqualTo(12);
        assertThat(meters.get("gen_ai.client.token.usage")
                        .tags(tags)
                        .tag("gen_ai.token.type", "output")
                        .summary()
                        .totalAmount())
                .isEqualTo(3);
        assertThat(meters.get("fastrouter.cost")
                        .tag("model", "openai/gpt-5.1-mini")
                        .tag("provider", "azure")
                        .counter()
                        .count())
                .isEqualTo(0.00004);
        assertThat(meters.get("fastrouter.calls.active").gauge().value()).isZero();
        assertThat(meters.get("fastrouter.streams.open").gauge().value()).isZero();
    }

    @Test
    void failure_repeatedByTheRoute_isMeasuredWithItsStatus() {
        gateway()
                .onChat()
                .reply(
                        Reply.error(503, Envelope.E1, "Overloaded"),
                        Reply.error(429, Envelope.E1, "Slow down"),
                        Reply.json(ANSWER));

        Exchange exchange = send("direct:patient", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(duration("503")).isEqualTo(1);
        assertThat(duration("429")).isEqualTo(1);
        assertThat(duration("none")).isEqualTo(1);
        assertThat(retries("503")).isEqualTo(1);
        assertThat(retries("429")).isEqualTo(1);
    }

    @Test
    void call_afterOneThatWasRetried_isNoRetry() {
        gateway().onChat().reply(Reply.error(503, Envelope.E1, "Overloaded"));
        Exchange exchange = send("direct:patient", "Hi");

        context.createProducerTemplate().send("fastrouter:chat", exchange);

        assertThat(retries("503")).isEqualTo(1);
        assertThat(meters.find("fastrouter.retries").counters()).hasSize(1);
    }

    @Test
    void connection_refused_isAnErrorTypeWithoutStatus() {
        send("fastrouter:chat?baseUrl=http://127.0.0.1:1/v1", "Hi");

        assertThat(duration("transient")).isEqualTo(1);
    }

    @Test
    void context_stopped_takesItsGaugesAlong() {
        send("fastrouter:chat", "Hi");
        context.stop();

        assertThat(meters.find("fastrouter.calls.active").gauge()).isNull();
        assertThat(meters.find("gen_ai.client.operation.duration").timers()).isNotEmpty();
    }

    @Test
    void twoComponents_haveGaugesOfTheirOwn() {
        addSecond();
        send("fastrouter:chat", "Hi");
        gateway().onChat().reply(Reply.stream("Hel", "lo"));

        Exchange open = send("second:chat?stream=true&autoCloseStream=false&streamOutput=sse", "Hi");

        assertThat(open.getException()).isNull();
        assertThat(gauge("fastrouter.calls.active", "fastrouter").value()).isZero();
        assertThat(gauge("fastrouter.calls.active", "second").value()).isEqualTo(1);
        assertThat(gauge("fastrouter.streams.open", "fastrouter").value()).isZero();
        assertThat(gauge("fastrouter.streams.open", "second").value()).isEqualTo(1);
        assertThat(meters.find("fastrouter.jobs").tag("component", "second").gauges())
                .hasSize(5);
        open.getMessage().getBody(ChatStream.class).close();
    }

    @Test
    void oneStopped_leavesTheOthersGauges() {
        FastRouterComponent second = addSecond();
        send("fastrouter:chat", "Hi");
        send("second:chat", "Hi");

        second.stop();
        assertThat(gauge("fastrouter.calls.active", "fastrouter")).isNotNull();
        assertThat(gauge("fastrouter.calls.active", "second")).isNull();

        second.start();
        assertThat(gauge("fastrouter.calls.active", "second")).isNotNull();
    }

    private FastRouterComponent addSecond() {
        FastRouterComponent second = new FastRouterComponent();
        second.setConfiguration(component.getConfiguration());
        context.addComponent("second", second);
        return second;
    }

    private Gauge gauge(String name, String component) {
        return meters.find(name).tag("component", component).gauge();
    }

    private long duration(String errorType) {
        return meters.get("gen_ai.client.operation.duration")
                .tag("error.type", errorType)
                .timer()
                .count();
    }

    private double retries(String status) {
        return meters.get("fastrouter.retries")
                .tag("http.response.status_code", status)
                .counter()
                .count();
    }
}
