package ai.fastrouter.camel.exchange.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.UnitOfWorkFactory;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeLeaseTest {

    private final CamelContext context = new DefaultCamelContext();
    private final List<Boolean> released = new ArrayList<>();
    private final ExchangeLease lease = new ExchangeLease(released::add);

    private Exchange exchange(String from) {
        Exchange exchange = from == null
                ? new DefaultExchange(context)
                : context.getEndpoint(from).createExchange();
        UnitOfWorkFactory factory = PluginHelper.getUnitOfWorkFactory(context);
        factory.afterPropertiesConfigured(context);
        exchange.getExchangeExtension().setUnitOfWork(factory.createUnitOfWork(exchange));
        return exchange;
    }

    private static void done(Exchange exchange) {
        UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
    }

    @Test
    void lease_endsWithTheLastHolder() {
        context.start();
        Exchange one = exchange(null);
        Exchange two = exchange(null);
        lease.hold(one);
        lease.hold(two);
        done(one);
        assertThat(released).isEmpty();
        done(two);
        assertThat(released).hasSize(1);
    }

    @Test
    void lease_goesAlongWithAHandover() {
        context.start();
        Exchange one = exchange(null);
        Exchange two = exchange(null);
        lease.hold(one);
        one.getExchangeExtension().handoverCompletions(two);
        done(one);
        assertThat(released).isEmpty();
        done(two);
        assertThat(released).hasSize(1);
    }

    @Test
    void exchange_thatFailed_endsItToo() {
        context.start();
        Exchange exchange = exchange(null);
        lease.hold(exchange);
        exchange.setException(new IllegalStateException());
        done(exchange);
        assertThat(released).hasSize(1);
    }

    /** Other consumers than these end their exchanges by themselves, and the client has its answer by then. */
    @ParameterizedTest
    @CsvSource(
            value = {"null,true", "direct:speak,true", "seda:speak,false", "timer:speak,false"},
            nullValues = "null")
    void caller_isWhoSentItByCode(String from, boolean toCaller) {
        context.start();
        Exchange exchange = exchange(from);
        lease.hold(exchange);
        done(exchange);
        assertThat(released).containsExactly(toCaller);
    }
}
