package ai.fastrouter.camel.operations.tracing;

import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.operations.stats.EndpointFacts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.apache.camel.Exchange;

/**
 * What is told of the call that is made under a span. Lies in the exchange from the span's begin to its end, and only there: without
 * a tracer there is none. Written by the call's threads, read by the one that ends the span.
 */
public final class SpanFacts {

    private static final String PROPERTY = "CamelFastRouterSpanFacts";

    private final EndpointFacts endpoint;
    private CallInfo call;
    private CallResult result;
    private Consumer<CallResult> waiting;

    private SpanFacts(EndpointFacts endpoint) {
        this.endpoint = endpoint;
    }

    /** Hears of calls for the spans they belong to. */
    public static CallListener listener() {
        return new Listener();
    }

    static void lay(Exchange exchange, EndpointFacts endpoint) {
        exchange.setProperty(PROPERTY, new SpanFacts(endpoint));
    }

    /** Takes the facts away; null when none were laid. */
    static SpanFacts take(Exchange exchange) {
        return exchange.removeProperty(PROPERTY) instanceof SpanFacts facts ? facts : null;
    }

    /** Where the exchange is sent to; null when unknown. */
    EndpointFacts endpoint() {
        return endpoint;
    }

    /** The call; null when none was made. Of several calls the last. */
    synchronized CallInfo call() {
        return call;
    }

    /** How it ended; null while it goes on, as a stream does when its span ends. */
    synchronized CallResult result() {
        return result;
    }

    /** Tells how the call ends, once: on the thread that ends it, or at once if it has ended. */
    void onEnd(Consumer<CallResult> listener) {
        CallResult known;
        synchronized (this) {
            known = result;
            if (known == null) {
                waiting = listener;
            }
        }
        if (known != null) {
            listener.accept(known);
        }
    }

    private synchronized void started(CallInfo newCall) {
        call = newCall;
        result = null;
    }

    private void ended(CallInfo endedCall, CallResult newResult) {
        Consumer<CallResult> told;
        synchronized (this) {
            if (call != endedCall) {
                return;
            }
            result = newResult;
            told = waiting;
            waiting = null;
        }
        if (told != null) {
            told.accept(newResult);
        }
    }

    /** A call by its identity: two calls of one exchange may be equal. */
    private record Key(CallInfo call) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.call == call;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(call);
        }
    }

    private static final class Listener implements CallListener {

        /**
         * The calls that have not ended. When a stream ends, its facts lie in the exchange no more, or others do; and the exchange
         * may be in use by another thread.
         */
        private final ConcurrentMap<Key, SpanFacts> open = new ConcurrentHashMap<>();

        @Override
        public void started(CallInfo call) {
            Exchange exchange = call.exchange();
            if (exchange != null && exchange.getProperty(PROPERTY) instanceof SpanFacts facts) {
                facts.started(call);
                open.put(new Key(call), facts);
            }
        }

        @Override
        public void ended(CallInfo call, CallResult result) {
            SpanFacts facts = open.isEmpty() ? null : open.remove(new Key(call));
            if (facts != null) {
                facts.ended(call, result);
            }
        }
    }
}
