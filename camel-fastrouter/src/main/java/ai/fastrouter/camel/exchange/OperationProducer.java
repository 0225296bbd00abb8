package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.exchange.observe.CallListeners;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;

/**
 * Brings exchanges to an operation and back, without holding a thread in between. When it stops, it gives up what is still in
 * flight; until then Camel's shutdown strategy lets exchanges end by themselves.
 */
public final class OperationProducer extends DefaultAsyncProducer {

    private final OperationHandler operation;
    private final Executor worker;
    private final CallListeners listeners;
    private final String endpointUri;
    private final InFlight inFlight = new InFlight();

    /**
     * @param operation what is done to each exchange
     * @param worker    where routes go on after an answer
     * @param listeners hear of the calls
     */
    public OperationProducer(Endpoint endpoint, OperationHandler operation, Executor worker, CallListeners listeners) {
        super(endpoint);
        this.operation = operation;
        this.worker = worker;
        this.listeners = listeners;
        this.endpointUri = URISupport.sanitizeUri(endpoint.getEndpointUri());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        int repeated = ExchangeFailure.clear(exchange);
        Turn turn = new Turn(exchange, callback, inFlight, listeners, endpointUri, repeated);
        inFlight.add(turn);
        try {
            operation.start(exchange, turn);
            return false;
        } catch (Throwable e) {
            return turn.endNow(e);
        }
    }

    /** How many exchanges wait for an answer. */
    public int getInFlight() {
        return inFlight.size();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(operation);
    }

    @Override
    protected void doStop() throws Exception {
        inFlight.cancelAll(worker);
        ServiceHelper.stopService(operation);
        super.doStop();
    }
}
