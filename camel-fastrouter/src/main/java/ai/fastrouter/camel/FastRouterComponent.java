package ai.fastrouter.camel;

import ai.fastrouter.camel.chat.StreamEnds;
import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.lifetime.StoppingRoutes;
import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.gateway.http.HttpGatewayClient;
import ai.fastrouter.camel.job.JobDesk;
import ai.fastrouter.camel.operations.Monitoring;
import ai.fastrouter.camel.operations.jmx.ManagedFigures;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.StringHelper;

/**
 * The component behind {@code fastrouter:} URIs. Its endpoints share one HTTP client and one set of worker threads.
 */
@Component("fastrouter")
@ManagedResource(description = "FastRouter component")
public class FastRouterComponent extends FastRouterHttpComponent implements ManagedFigures {

    @Metadata(description = "Defaults for all endpoints.")
    private FastRouterConfiguration configuration = new FastRouterConfiguration();

    @Metadata(
            label = "advanced",
            description =
                    "Where routes go on after an answer; it must have a thread for each exchange whose thread waits for"
                            + " another answer. Unset: pools of this component, one of about workerPoolSize threads,"
                            + " and one that grows with the number of open streams.")
    private ExecutorService workerPool;

    @Metadata(
            label = "advanced",
            defaultValue = "16",
            description =
                    "Threads on which routes go on after a whole answer, 1 or more. While all of them wait, more come.")
    private int workerPoolSize = 16;

    @Metadata(
            label = "advanced",
            defaultValue = "true",
            description =
                    "Whether calls are measured with Micrometer. Takes effect where it is on the class path and the registry holds a `MeterRegistry`.")
    private boolean metricsEnabled = true;

    private final CallListeners callListeners = new CallListeners();
    private final InFlight inFlight = new InFlight();
    private final StoppingRoutes stoppingRoutes = new StoppingRoutes(inFlight);
    private final StreamEnds streamEnds = new StreamEnds(this::getCamelContext);
    private final WorkerPools workers = new WorkerPools(this);
    private final DownloadClients downloads = new DownloadClients(this);
    private final JobDesk jobs = new JobDesk(downloads::client);
    private final Monitoring monitoring = new Monitoring(callListeners, () -> jobs.boards(getCamelContext()));
    private HttpGatewayClient client;
    private volatile String scheme;

    public FastRouterComponent() {}

    public FastRouterComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        FastRouterEndpoint endpoint =
                new FastRouterEndpoint(uri, this, FastRouterOperation.ofPath(remaining), configuration.copy());
        setProperties(endpoint, parameters);
        if (scheme == null) {
            scheme = StringHelper.before(uri, ":");
            if (isStarted()) {
                measure();
            }
        }
        return endpoint;
    }

    /** The shared client, made on first use. */
    synchronized HttpGatewayClient client() {
        if (client == null) {
            client = HttpGatewayClient.create(getCamelContext(), httpSettings());
        }
        return client;
    }

    /** Those who hear of the calls of all endpoints. */
    public CallListeners getCallListeners() {
        return callListeners;
    }

    /** What is given up when routes stop. */
    InFlight inFlight() {
        return inFlight;
    }

    /** What chat endpoints share. */
    StreamEnds streamEnds() {
        return streamEnds;
    }

    /** What the prompt-to-audio endpoints share. */
    JobDesk jobs() {
        return jobs;
    }

    Executor worker() {
        return workers.replies();
    }

    ExecutorService streamWorker() {
        return workers.streams();
    }

    /** The figures of all endpoints, for the console and JMX. */
    @Override
    public Monitoring getMonitoring() {
        return monitoring;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        streamEnds.open();
        getCamelContext().getManagementStrategy().addEventNotifier(stoppingRoutes);
        measure();
    }

    /** Only the first endpoint tells the name by which this component is known, which tells its meters from another's. */
    private void measure() {
        if (metricsEnabled && scheme != null) {
            monitoring.start(getCamelContext(), scheme);
        }
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getManagementStrategy().removeEventNotifier(stoppingRoutes);
        inFlight.giveUpAll();
        streamEnds.close();
        monitoring.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        synchronized (this) {
            if (client != null) {
                client.close();
                client = null;
            }
        }
        jobs.close();
        downloads.close();
        workers.close();
        super.doShutdown();
    }

    public FastRouterConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FastRouterConfiguration configuration) {
        this.configuration = configuration;
    }

    public ExecutorService getWorkerPool() {
        return workerPool;
    }

    public void setWorkerPool(ExecutorService workerPool) {
        this.workerPool = workerPool;
    }

    public int getWorkerPoolSize() {
        return workerPoolSize;
    }

    public void setWorkerPoolSize(int workerPoolSize) {
        this.workerPoolSize = workerPoolSize;
    }

    public boolean isMetricsEnabled() {
        return metricsEnabled;
    }

    public void setMetricsEnabled(boolean metricsEnabled) {
        this.metricsEnabled = metricsEnabled;
    }
}
