package ai.fastrouter.camel.job;

import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.job.collect.Delivery;
import ai.fastrouter.camel.job.collect.Delivery.Kind;
import ai.fastrouter.camel.job.collect.JobCollection;
import ai.fastrouter.camel.job.report.JobFailures;
import ai.fastrouter.camel.job.report.JobHeaders;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands deliveries to the route, to the dead letter endpoint or to the exception handler, and tells the collection how that ended:
 * for the route when its exchange is done, wherever that is by then.
 */
final class JobRoute {

    private static final Logger LOG = LoggerFactory.getLogger(JobRoute.class);

    private final AudioJobConsumer consumer;
    private final JobCollection collection;
    private final int maximumRedeliveries;
    private final Endpoint deadLetterEndpoint;
    private ProducerTemplate deadLetters;

    /** @param deadLetterEndpoint null for none */
    JobRoute(
            AudioJobConsumer consumer, JobCollection collection, int maximumRedeliveries, Endpoint deadLetterEndpoint) {
        this.consumer = consumer;
        this.collection = collection;
        this.maximumRedeliveries = maximumRedeliveries;
        this.deadLetterEndpoint = deadLetterEndpoint;
    }

    void start() throws Exception {
        if (deadLetterEndpoint != null) {
            deadLetters = consumer.getEndpoint().getCamelContext().createProducerTemplate(1);
            ServiceHelper.startService(deadLetters);
        }
    }

    void stop() {
        ServiceHelper.stopService(deadLetters);
    }

    void deliver(Delivery delivery, int index, int total) {
        Exchange exchange = consumer.createExchange(true);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
        Message message = exchange.getMessage();
        delivery.stored().headers().forEach(message::setHeader);
        switch (delivery.kind()) {
            case CLIP -> toRoute(delivery, exchange);
            case DEAD_LETTER -> toDeadLetters(delivery, exchange);
            default -> toHandler(delivery, exchange);
        }
    }

    private void toRoute(Delivery delivery, Exchange exchange) {
        JobHeaders.writeFinished(exchange, delivery.job(), delivery.audio());
        if (delivery.redeliveries() > 0) {
            redelivered(exchange.getMessage(), delivery);
            if (maximumRedeliveries >= 0) {
                exchange.getMessage().setHeader(Exchange.REDELIVERY_MAX_COUNTER, maximumRedeliveries);
            }
        }
        Confirmation confirmation = new Confirmation(delivery);
        exchange.getExchangeExtension().addOnCompletion(confirmation);
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            confirmation.onFailure(exchange); // where the route has not come so far as to do it
        }
        if (exchange.getException() != null) {
            consumer.getExceptionHandler()
                    .handleException("Error processing exchange", exchange, exchange.getException());
        }
    }

    private void toDeadLetters(Delivery delivery, Exchange exchange) {
        JobHeaders.writeFinished(exchange, delivery.job(), delivery.audio());
        redelivered(exchange.getMessage(), delivery);
        if (sendToDeadLetters(exchange)) {
            collection.completed(delivery);
        } else {
            // as Camel's aggregator does: again and again, since there is nowhere else to go
            consumer.getExceptionHandler()
                    .handleException("The dead letter endpoint failed", exchange, exchange.getException());
            collection.failed(delivery);
        }
    }

    private boolean sendToDeadLetters(Exchange exchange) {
        try {
            deadLetters.send(deadLetterEndpoint, exchange);
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        return exchange.getException() == null;
    }

    private static void redelivered(Message message, Delivery delivery) {
        message.setHeader(Exchange.REDELIVERED, true);
        message.setHeader(Exchange.REDELIVERY_COUNTER, delivery.redeliveries());
    }

    private void toHandler(Delivery delivery, Exchange exchange) {
        FastRouterJobException failure = failure(delivery);
        JobHeaders.write(exchange.getMessage(), delivery.job());
        try {
            consumer.getExceptionHandler()
                    .handleException("A prompt-to-audio job came to no good end", exchange, failure);
        } catch (RuntimeException e) {
            LOG.warn("The exception handler failed with the failure of a prompt-to-audio job", e);
        } finally {
            consumer.releaseExchange(exchange, false);
        }
        collection.completed(delivery);
    }

    private FastRouterJobException failure(Delivery delivery) {
        if (delivery.kind() == Kind.FAILED) {
            return JobFailures.of(delivery.end(), delivery.job());
        }
        return delivery.kind() == Kind.UNFETCHED
                ? JobFailures.of(delivery.unfetched(), delivery.job())
                : JobFailures.exhausted(maximumRedeliveries, delivery.job());
    }

    /** Tells the collection how the exchange ended, once. */
    private final class Confirmation implements Synchronization {

        private final Delivery delivery;
        private final AtomicBoolean told = new AtomicBoolean();

        Confirmation(Delivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public void onComplete(Exchange exchange) {
            if (told.compareAndSet(false, true)) {
                collection.completed(delivery);
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            if (told.compareAndSet(false, true)) {
                collection.failed(delivery);
            }
        }
    }
}
