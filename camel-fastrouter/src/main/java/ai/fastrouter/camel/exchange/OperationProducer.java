package ai.fastrouter.camel.exchange;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;

/**
 * Brings exchanges to an operation and back, without holding a thread in between. When it stops, it lets end what is in flight,
 * since Camel stops producers also to make room in a cache; what a stopping route has in flight is given up by
 * {@link ai.fastrouter.camel.exchange.lifetime.StoppingRoutes}.
 */
public final class OperationProducer extends DefaultAsyncProducer {

    private final OperationHandler operation;
    private final OperationContext context;
    private final String endpointUri;
    /** The exchanges in the producer, and one more while it is started. */
    private final AtomicInteger users = new AtomicInteger();

    /** @param operation what is done to each exchange */
    public OperationProducer(Endpoint endpoint, OperationHandler operation, OperationContext context) {
        super(endpoint);
        this.operation = operation;
        this.context = context;
        this.endpointUri = URISupport.sanitizeUri(endpoint.getEndpointUri());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        int repeated = ExchangeFailure.clear(exchange);
        users.incrementAndGet();
        AsyncCallback leaving = doneSync -> {
            leave();
            callback.done(doneSync);
        };
        Turn turn = new Turn(
                exchange, leaving, context.inFlight(), context.worker(), context.listeners(), endpointUri, repeated);
        context.inFlight().add(turn);
        try {
            operation.start(exchange, turn);
            return false;
        } catch (Throwable e) {
            return turn.endNow(e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        users.incrementAndGet();
        ServiceHelper.startService(operation);
    }

    /** Whoever leaves last stops the operation. */
    private void leave() {
        if (users.decrementAndGet() == 0) {
            ServiceHelper.stopService(operation);
        }
    }

    @Override
    protected void doStop() throws Exception {
        leave();
        super.doStop();
    }
}
