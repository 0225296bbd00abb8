package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
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
            exchange.setProperty(FastRouterConstants.ERROR_STATUS, known.getStatus() == 0 ? null : known.getStatus());
            exchange.setProperty(
                    FastRouterConstants.ERROR_CATEGORY, known.getCategory().name());
            exchange.setProperty(FastRouterConstants.ERROR_CODE, known.getCode());
            exchange.setProperty(FastRouterConstants.ERROR_REQUEST_ID, known.getRequestId());
            Duration wait = known.getRetryAfter();
            exchange.setProperty(FastRouterConstants.ERROR_RETRY_AFTER, wait == null ? null : wait.toMillis());
            if (wait != null && known instanceof FastRouterTransientException) {
                exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
                exchange.setProperty(FastRouterConstants.REDELIVERY_DELAY_SET, Boolean.TRUE);
            }
        }
    }

    /** Removes what an earlier attempt of the same exchange left, so that one wait is not taken twice. */
    static void clear(Exchange exchange) {
        if (exchange.removeProperty(FastRouterConstants.REDELIVERY_DELAY_SET) != null) {
            Message message = exchange.getMessage();
            message.removeHeader(Exchange.REDELIVERY_DELAY);
        }
        if (exchange.removeProperty(FastRouterConstants.ERROR_CATEGORY) != null) {
            exchange.removeProperty(FastRouterConstants.ERROR_STATUS);
            exchange.removeProperty(FastRouterConstants.ERROR_CODE);
            exchange.removeProperty(FastRouterConstants.ERROR_REQUEST_ID);
            exchange.removeProperty(FastRouterConstants.ERROR_RETRY_AFTER);
        }
    }
}
