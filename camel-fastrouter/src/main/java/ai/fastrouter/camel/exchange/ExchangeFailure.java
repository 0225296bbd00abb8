package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes a failure into its exchange: the exception, plain properties for routes without Java, and how long to wait. */
public final class ExchangeFailure {

    private ExchangeFailure() {}

    /** Sets the exception, the failure's properties and, where the gateway asked for a wait, the redelivery delay. */
    public static void set(Exchange exchange, Throwable failure) {
        exchange.setException(failure);
        if (failure instanceof FastRouterException known) {
            describe(exchange, known);
            Duration wait = known.getRetryAfter();
            if (wait != null && known instanceof FastRouterTransientException) {
                exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
                exchange.setProperty(FastRouterConstants.REDELIVERY_DELAY_SET, Boolean.TRUE);
            }
        }
    }

    /** Sets the failure's properties only: whoever reads a stream is thrown the exception, and fails the exchange by that. */
    public static void describe(Exchange exchange, FastRouterException known) {
        exchange.setProperty(FastRouterConstants.ERROR_STATUS, known.getStatus() == 0 ? null : known.getStatus());
        exchange.setProperty(
                FastRouterConstants.ERROR_CATEGORY, known.getCategory().name());
        exchange.setProperty(FastRouterConstants.ERROR_CODE, known.getCode());
        exchange.setProperty(FastRouterConstants.ERROR_REQUEST_ID, known.getRequestId());
        Duration wait = known.getRetryAfter();
        exchange.setProperty(FastRouterConstants.ERROR_RETRY_AFTER, wait == null ? null : wait.toMillis());
    }

    /**
     * Removes what an earlier attempt of the same exchange left, so that one wait is not taken twice.
     *
     * @return the HTTP status of the failure that is now repeated by the route's error handler, 0 if no response had arrived;
     *     {@link CallInfo#FIRST_ATTEMPT} if nothing is repeated
     */
    static int clear(Exchange exchange) {
        int repeated = CallInfo.FIRST_ATTEMPT;
        if (exchange.removeProperty(FastRouterConstants.REDELIVERY_DELAY_SET) != null) {
            Message message = exchange.getMessage();
            message.removeHeader(Exchange.REDELIVERY_DELAY);
        }
        if (exchange.removeProperty(FastRouterConstants.ERROR_CATEGORY) != null) {
            Object status = exchange.removeProperty(FastRouterConstants.ERROR_STATUS);
            exchange.removeProperty(FastRouterConstants.ERROR_CODE);
            exchange.removeProperty(FastRouterConstants.ERROR_REQUEST_ID);
            exchange.removeProperty(FastRouterConstants.ERROR_RETRY_AFTER);
            // without the counter it is another call of the same exchange, after a failure that the route has handled
            if (exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER) != null) {
                repeated = status instanceof Integer known ? known : 0;
            }
        }
        return repeated;
    }
}
