package ai.fastrouter.camel.operations.tracing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.tracing.InjectAdapter;
import org.apache.camel.tracing.SpanAdapter;
import org.apache.camel.tracing.SpanDecorator;
import org.apache.camel.tracing.SpanKind;
import org.apache.camel.tracing.Tracer;

/** A tracer on top of camel-tracing that remembers names and attributes of all its spans together. */
public final class RecordingTracer extends Tracer {

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    public List<String> names() {
        return names;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    protected void initTracer() {}

    @Override
    protected void initContextPropagators() {}

    @Override
    protected SpanAdapter startSendingEventSpan(
            String operationName, SpanKind kind, SpanAdapter parent, Exchange exchange, InjectAdapter injectAdapter) {
        names.add(operationName);
        return new Span();
    }

    @Override
    protected SpanAdapter startExchangeBeginSpan(
            Exchange exchange, SpanDecorator sd, String operationName, SpanKind kind, SpanAdapter parent) {
        names.add(operationName);
        return new Span();
    }

    @Override
    protected void finishSpan(SpanAdapter span) {}

    @Override
    protected void inject(SpanAdapter span, InjectAdapter adapter) {}

    private final class Span implements SpanAdapter {

        @Override
        public void setComponent(String component) {
            attributes.put("component", component);
        }

        @Override
        public void setError(boolean error) {
            attributes.put("error", error);
        }

        @Override
        public void setTag(String key, String value) {
            attributes.put(key, value);
        }

        @Override
        public void setTag(String key, Number value) {
            attributes.put(key, value);
        }

        @Override
        public void setTag(String key, Boolean value) {
            attributes.put(key, value);
        }

        @Override
        public void log(Map<String, String> log) {
            attributes.putAll(log);
        }

        @Override
        public String traceId() {
            return "t";
        }

        @Override
        public String spanId() {
            return "s";
        }
    }
}
