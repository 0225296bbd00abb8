package ai.fastrouter.camel.operations.tracing;

import ai.fastrouter.camel.exchange.observe.CallResult;
import org.apache.camel.CamelContext;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;

/**
 * The span of a stream, from the moment the route goes on with it to its end. It is a child of the call's span, which has ended
 * before tokens and cost are known.
 */
final class StreamSpan {

    private final SpanLifecycleManager spans;
    private final Span span;

    private StreamSpan(SpanLifecycleManager spans, Span span) {
        this.spans = spans;
        this.span = span;
    }

    /** Begins the span of a call that goes on, if the context has a tracer. */
    static void begin(CamelContext context, Span parent, SpanFacts facts) {
        Tracer tracer = context.hasService(Tracer.class);
        SpanLifecycleManager spans = tracer == null ? null : tracer.getSpanLifecycleManager();
        if (spans == null) {
            return;
        }
        // never activated, so that any thread may end it
        Span span = spans.create(GenAiAttributes.name(facts.endpoint()) + " stream", parent, null);
        span.setComponent("camel-fastrouter");
        GenAiAttributes.request(new TelemetrySpanDecorator.Written(span), facts.endpoint());
        GenAiAttributes.call(new TelemetrySpanDecorator.Written(span), facts.call());
        facts.onEnd(new StreamSpan(spans, span)::end);
    }

    private void end(CallResult result) {
        GenAiAttributes.result(new TelemetrySpanDecorator.Written(span), result);
        if (result.failure() != null) {
            span.setError(true);
        }
        spans.deactivate(span);
        spans.close(span);
    }
}
