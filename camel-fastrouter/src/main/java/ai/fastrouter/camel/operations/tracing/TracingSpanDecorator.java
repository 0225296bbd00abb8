package ai.fastrouter.camel.operations.tracing;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.tracing.SpanAdapter;
import org.apache.camel.tracing.decorators.AbstractSpanDecorator;

/** For the tracers on top of camel-tracing, as camel-opentelemetry and camel-observation are. Found by Java's service loader. */
public class TracingSpanDecorator extends AbstractSpanDecorator {

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
    public void pre(SpanAdapter span, Exchange exchange, Endpoint endpoint) {
        super.pre(span, exchange, endpoint);
        GenAiAttributes.before(new Written(span), exchange, endpoint);
    }

    @Override
    public void post(SpanAdapter span, Exchange exchange, Endpoint endpoint) {
        super.post(span, exchange, endpoint);
        GenAiAttributes.after(new Written(span), exchange);
    }

    private record Written(SpanAdapter span) implements GenAiAttributes.Span {
        @Override
        public void text(String name, String value) {
            span.setTag(name, value);
        }

        @Override
        public void number(String name, long value) {
            span.setTag(name, value);
        }
    }
}
