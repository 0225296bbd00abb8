package ai.fastrouter.camel.exchange.lifetime;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Knows the exchange a streamed body belongs to, as long as that is not done: goes along when it is handed over. */
public final class StreamOwner extends SynchronizationAdapter {

    private volatile Exchange exchange;

    public StreamOwner(Exchange exchange) {
        this.exchange = exchange;
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    /** Null when it is done. */
    public Exchange exchange() {
        return exchange;
    }

    @Override
    public void beforeHandover(Exchange target) {
        exchange = target;
    }

    @Override
    public void onDone(Exchange done) {
        exchange = null;
    }
}
