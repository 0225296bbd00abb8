package ai.fastrouter.camel.operations.tracing;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** For the tracers on top of camel-telemetry, as camel-opentelemetry2 is. Found by Java's service loader. */
public class TelemetrySpanDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "fastrouter";
    }

    @Override
    public String getComponentClassName() {
        return "ai.fastrouter.camel.FastRouterComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return GenAiAttributes.name(endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        GenAiAttributes.before(new Written(span), exchange, endpoint);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        SpanFacts open = GenAiAttributes.after(new Written(span), exchange);
        if (open != null) {
            StreamSpan.begin(exchange.getContext(), span, open);
        }
    }

    /** These spans know texts only. */
    record Written(Span span) implements GenAiAttributes.Span {
        @Override
        public void text(String name, String value) {
            span.setTag(name, value);
        }

        @Override
        public void number(String name, long value) {
            span.setTag(name, Long.toString(value));
        }
    }
}
