package ai.fastrouter.camel.exchange.lifetime;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteStoppingEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Gives up what a route has in flight when it stops. Camel tells so after its shutdown strategy has waited for exchanges to end by
 * themselves.
 */
public final class StoppingRoutes extends EventNotifierSupport {

    private final InFlight inFlight;

    public StoppingRoutes(InFlight inFlight) {
        this.inFlight = inFlight;
        // of the events of exchanges there are many, and Camel makes none that nobody wants
        setIgnoreExchangeEvents(true);
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteStoppingEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof RouteStoppingEvent stopping) {
            inFlight.giveUp(stopping.getRoute().getRouteId());
        }
    }
}
