package ai.fastrouter.camel.benchmark.subject;

import java.util.Iterator;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Calls through a Camel route that begins at {@code direct:call}. */
final class CamelSubject implements Subject {

    private final String name;
    private final boolean blocking;
    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint entry;
    private final AsyncProducer producer;

    private final Object question;

    CamelSubject(String name, boolean blocking, RouteBuilder routes) {
        this(name, blocking, Question.TEXT, routes);
    }

    CamelSubject(String name, boolean blocking, Object question, RouteBuilder routes) {
        this.question = question;
        this.name = name;
        this.blocking = blocking;
        try {
            context.addRoutes(routes);
            context.start();
            entry = context.getEndpoint("direct:call");
            producer = entry.createAsyncProducer();
            producer.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean blocking() {
        return blocking;
    }

    @Override
    public void call(Done done) {
        Exchange exchange = entry.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(question);
        producer.process(exchange, sync -> done.ended(check(exchange)));
    }

    private static Throwable check(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        Object body = exchange.getMessage().getBody();
        if (body instanceof Iterator<?> stream) {
            int chunks = 0;
            while (stream.hasNext()) {
                stream.next();
                chunks++;
            }
            return chunks >= Question.CHUNKS - 1 ? null : new IllegalStateException("only " + chunks + " chunks");
        }
        boolean whole = body instanceof String text && text.startsWith(Question.ANSWER_BEGINS);
        return whole ? null : new IllegalStateException("not the answer: " + body);
    }

    @Override
    public void close() throws Exception {
        producer.stop();
        context.stop();
    }
}
