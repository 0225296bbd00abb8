package ai.fastrouter.camel.job.store;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** How the sign of life of a node is written into an exchange. */
final class NodeRow {

    private static final String PREFIX = "fastrouter-node/";
    private static final String GATEWAY = "CamelFastRouterNodeGateway";
    private static final String BEAT = "CamelFastRouterNodeBeat";
    private static final String ACTIVE = "CamelFastRouterNodeActive";

    private NodeRow() {}

    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    static String key(String node) {
        return PREFIX + node;
    }

    static String node(String key) {
        return key.substring(PREFIX.length());
    }

    static Exchange create(CamelContext context, String node, String gateway, Heartbeat beat) {
        Exchange row = new DefaultExchange(context);
        row.setExchangeId(key(node));
        row.getMessage().setBody("");
        row.getMessage().setHeader(GATEWAY, gateway);
        row.getMessage().setHeader(BEAT, beat.count());
        row.getMessage().setHeader(ACTIVE, beat.active());
        return row;
    }

    /** Null if it is no node of this gateway. */
    static Heartbeat read(Exchange row, String gateway) {
        if (!gateway.equals(row.getMessage().getHeader(GATEWAY))) {
            return null;
        }
        return new Heartbeat(
                row.getMessage().getHeader(BEAT, 0L, Long.class),
                row.getMessage().getHeader(ACTIVE, false, Boolean.class));
    }
}
