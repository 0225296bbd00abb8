package ai.fastrouter.camel.job.cluster;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.job.store.Databases;
import java.io.InputStream;
import java.io.OutputStream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that collects jobs from a shared repository until it is killed. It tells what it does on its standard output: a line
 * {@code got ID REDELIVERIES} when a clip reaches the route, {@code done ID} when the route has ended.
 */
public final class CollectorNode {

    private CollectorNode() {}

    /** @param args database, gateway, milliseconds that the route takes */
    public static void main(String[] args) throws Exception {
        CamelContext context = context(args[0], args[1]);
        long routeTime = Long.parseLong(args[2]);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("fastrouter:prompt-to-audio?initialDelay=10&delay=50")
                        .process(exchange -> tell("got", exchange))
                        .process(CollectorNode::listen)
                        .delay(routeTime)
                        .process(exchange -> tell("done", exchange));
            }
        });
        context.start();
        tell("ready");
        System.in.transferTo(OutputStream.nullOutputStream()); // until the test closes it, or dies
        context.stop();
    }

    /** A context of which the component keeps its jobs in the database. */
    static CamelContext context(String database, String gateway) throws Exception {
        CamelContext context = new DefaultCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        FastRouterConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(gateway);
        configuration.setApiKey("sk-v1-test");
        configuration.setAllowHttpDownload(true);
        configuration.setAllowPrivateAddresses(true);
        configuration.setJobPollDelay(200);
        configuration.setJobPollMaxDelay(500);
        configuration.setRepositoryScanDelay(500);
        configuration.setNodeTimeout(3000);
        configuration.setMaxConcurrentDownloads(4);
        configuration.setAggregationRepository(Databases.repository(dataSource(database)));
        context.addComponent("fastrouter", component);
        return context;
    }

    static DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database);
        return source;
    }

    private static void listen(Exchange exchange) throws Exception {
        long length = 0;
        byte[] buffer = new byte[8192];
        try (InputStream audio = exchange.getMessage().getBody(InputStream.class)) {
            for (int count = audio.read(buffer); count >= 0; count = audio.read(buffer)) {
                length += count;
            }
        }
        if (length != exchange.getMessage().getHeader(Exchange.CONTENT_LENGTH, Long.class)) {
            throw new IllegalStateException("The audio is not whole");
        }
    }

    private static void tell(String what, Exchange exchange) {
        int redeliveries = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
        tell(what + " " + exchange.getMessage().getHeader(FastRouterConstants.JOB_ID) + " " + redeliveries);
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
