package ai.fastrouter.camel.job.store;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** What is in an exchange, without the exchange. Never changed; equal only to itself. */
final class MemoryRow {

    private final String id;
    private final Object body;
    private final Object[] headers;
    private final long version;

    private MemoryRow(String id, Object body, Object[] headers, long version) {
        this.id = id;
        this.body = body;
        this.headers = headers;
        this.version = version;
    }

    static MemoryRow of(Exchange exchange, long version) {
        Map<String, Object> map = exchange.getMessage().getHeaders();
        Object[] headers = new Object[2 * map.size()];
        int i = 0;
        for (Map.Entry<String, Object> header : map.entrySet()) {
            headers[i++] = header.getKey();
            headers[i++] = header.getValue();
        }
        return new MemoryRow(exchange.getExchangeId(), exchange.getMessage().getBody(), headers, version);
    }

    Exchange toExchange(CamelContext context) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setExchangeId(id);
        exchange.getMessage().setBody(body);
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getMessage().setHeader((String) headers[i], headers[i + 1]);
        }
        exchange.setProperty(Rows.VERSION, version);
        return exchange;
    }

    /** The version that an exchange was given by {@link #toExchange}; 0 if it was not. */
    static long version(Exchange exchange) {
        return exchange.getProperty(Rows.VERSION, 0L, Long.class);
    }

    long version() {
        return version;
    }
}
