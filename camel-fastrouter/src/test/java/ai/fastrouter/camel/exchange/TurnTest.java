package ai.fastrouter.camel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Which call a stopped route gives up, and what its exchange is told. */
class TurnTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final List<String> cancelled = new ArrayList<>();
    private final Turn turn = new Turn(
            exchange, doneSync -> {}, new InFlight(), Runnable::run, new CallListeners(), "fastrouter:chat", 0);

    /** A client that does something before its call is known to who sends. */
    private final class Client implements GatewayClient {

        private final String name;
        private final Runnable meanwhile;

        Client(String name, Runnable meanwhile) {
            this.name = name;
            this.meanwhile = meanwhile;
        }

        @Override
        public Call send(GatewayRequest request, ResponseHandler handler) {
            meanwhile.run();
            return () -> cancelled.add(name);
        }

        @Override
        public void close() {}
    }

    @Test
    void callMadeByAFastAnswer_isTheOneThatIsGivenUp() {
        turn.send(new Client("submit", () -> turn.calling(() -> cancelled.add("poll"))), null, null);

        turn.giveUp();

        assertThat(cancelled).containsExactly("poll");
    }

    @Test
    void laterCall_isTheOneThatIsGivenUp() {
        turn.send(new Client("first", () -> {}), null, null);
        turn.send(new Client("second", () -> {}), null, null);

        turn.giveUp();

        assertThat(cancelled).containsExactly("second");
        assertThat(exchange.getException(FastRouterException.class).getCategory())
                .isEqualTo(ErrorCategory.CANCELLED);
    }

    @Test
    void callOfATurnThatWasStoppedMeanwhile_isGivenUpAtOnce() {
        turn.send(new Client("late", () -> turn.giveUp()), null, null);

        assertThat(cancelled).containsExactly("late");
    }

    @Test
    void stop_thatMeansMore_isTold() {
        turn.ifStopped(plain -> new FastRouterException("it may be billed", ErrorDetails.ofCode("open"), plain));

        turn.giveUp();

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FastRouterException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo("open"))
                .hasMessage("it may be billed");
    }
}
