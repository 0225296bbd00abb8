package ai.fastrouter.camel.exchange.lifetime;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Releases something when the last exchange that holds it is done. Goes along when Camel hands an exchange's completions over to
 * another one. Thread-safe.
 */
public final class ExchangeLease {

    /** What happens at the end of the lease. */
    @FunctionalInterface
    public interface Release {
        /**
         * @param toCaller whether code sent the exchange, for example through a ProducerTemplate, and may want to read its body now
         */
        void release(boolean toCaller);
    }

    private final AtomicInteger holders = new AtomicInteger();
    private final Release release;

    public ExchangeLease(Release release) {
        this.release = release;
    }

    /** Adds a holder: the lease lasts at least until this exchange is done. */
    public void hold(Exchange exchange) {
        holders.incrementAndGet();
        Synchronization end = new End();
        // parts of a split or multicast end before their results are aggregated: what they hold must last as long as
        // the whole
        UnitOfWork whole = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (whole != null && whole.getRoute() != null) {
            whole.addSynchronization(end);
        } else {
            exchange.getExchangeExtension().addOnCompletion(end);
        }
    }

    /** Whether an exchange that is not done holds it. */
    public boolean isHeld() {
        return holders.get() > 0;
    }

    private final class End extends SynchronizationAdapter {

        @Override
        public void onDone(Exchange exchange) {
            if (holders.decrementAndGet() == 0) {
                release.release(isSentByCode(exchange));
            }
        }

        /** Consumers that answer a client end their exchanges outside of routes as well, but nobody reads those afterwards. */
        private static boolean isSentByCode(Exchange exchange) {
            UnitOfWork unit = exchange.getUnitOfWork();
            if (unit == null || unit.getRoute() != null) {
                return false;
            }
            Endpoint from = exchange.getFromEndpoint();
            String uri = from == null ? "direct:" : from.getEndpointUri();
            return uri.startsWith("direct:") || uri.startsWith("fastrouter:");
        }
    }
}
