package ai.fastrouter.camel.operations.tracing;

import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import org.apache.camel.Exchange;

/**
 * What is told of the call that is made under a span. Lies in the exchange from the span's begin to its end, and only there: without
 * a tracer there is none. Written by the call's threads, read by the one that ends the span.
 */
public final class SpanFacts {

    private static final String PROPERTY = "CamelFastRouterSpanFacts";

    private volatile CallInfo call;
    private volatile CallResult result;

    private SpanFacts() {}

    /** Hears of calls for the spans they belong to. */
    public static CallListener listener() {
        return new Listener();
    }

    static void lay(Exchange exchange) {
        exchange.setProperty(PROPERTY, new SpanFacts());
    }

    /** Takes the facts away; null when none were laid. */
    static SpanFacts take(Exchange exchange) {
        return exchange.removeProperty(PROPERTY) instanceof SpanFacts facts ? facts : null;
    }

    /** The call; null when none was made. Of several calls the last. */
    CallInfo call() {
        return call;
    }

    /** How it ended; null while it goes on, as a stream does when its span ends. */
    CallResult result() {
        return result;
    }

    private static SpanFacts of(CallInfo call) {
        Exchange exchange = call.exchange();
        return exchange != null && exchange.getProperty(PROPERTY) instanceof SpanFacts facts ? facts : null;
    }

    private static final class Listener implements CallListener {

        @Override
        public void started(CallInfo call) {
            SpanFacts facts = of(call);
            if (facts != null) {
                facts.call = call;
            }
        }

        @Override
        public void ended(CallInfo call, CallResult result) {
            SpanFacts facts = of(call);
            if (facts != null) {
                facts.result = result;
            }
        }
    }
}
