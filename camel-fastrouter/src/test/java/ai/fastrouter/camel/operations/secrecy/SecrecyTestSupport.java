package ai.fastrouter.camel.operations.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.CaughtLog;
import ai.fastrouter.camel.operations.OperationsTestSupport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A context with every logger at TRACE, and everything that can watch switched on. */
abstract class SecrecyTestSupport extends OperationsTestSupport {

    final InMemorySpanExporter spans = InMemorySpanExporter.create();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    CaughtLog log;
    private int seen;

    @BeforeEach
    void useASecretKey() {
        component.getConfiguration().setApiKey(Canaries.KEY);
    }

    @AfterEach
    void letLoggersGo() {
        log.close();
    }

    @Override
    protected void prepare(CamelContext context) throws Exception {
        log = CaughtLog.everything();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        context.getRegistry().bind("tracer", provider.get("test"));
        context.getRegistry().bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        context.getRegistry().bind("meters", meters);
        DefaultHealthCheckRegistry health = new DefaultHealthCheckRegistry(context);
        ProducersHealthCheckRepository producers = new ProducersHealthCheckRepository();
        producers.setEnabled(true);
        health.register(producers);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, health);
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        CamelContextAware.trySetCamelContext(tracer, context);
        tracer.init(context);
    }

    /** Nothing secret in any place that shows something. */
    void assertSecretEverywhere() throws Exception {
        assertSecret(Outputs.console(context));
        assertSecret(Outputs.jmx(context));
        assertSecret(Outputs.spans(spans));
        assertSecret(Outputs.meters(meters));
        assertSecret(Outputs.health(context));
        assertSecret(Outputs.objects(context));
    }

    /** Nothing secret in what was logged since the last time. */
    void assertSecretLog() {
        List<String> lines = log.linesFrom(seen);
        seen += lines.size();
        assertThat(lines)
                .allSatisfy(line -> assertThat(Canaries.in(line)).as(line).isEmpty());
    }

    static void assertSecret(Map<String, String> texts) {
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy((place, text) -> assertThat(Canaries.in(place + " " + text))
                        .as("%s: %s", place, text)
                        .isEmpty());
    }
}
