package ai.fastrouter.camel;

import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OperationProducer;
import ai.fastrouter.camel.gateway.Authority;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.job.AudioJobConsumer;
import ai.fastrouter.camel.job.OneJobConsumer;
import ai.fastrouter.camel.operations.EndpointWatch;
import ai.fastrouter.camel.operations.SafeUri;
import ai.fastrouter.camel.operations.health.JobsHealthCheck;
import ai.fastrouter.camel.operations.health.ModelsProbe;
import ai.fastrouter.camel.operations.jmx.ManagedTraffic;
import ai.fastrouter.camel.operations.logging.BodyLog;
import ai.fastrouter.camel.operations.stats.EndpointFacts;
import ai.fastrouter.camel.operations.stats.EndpointTraffic;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.SynchronousDelegateProducer;
import org.apache.camel.util.URISupport;

/**
 * Chat, speech, transcription, translation, models and prompt-to-audio through AI gateways with the OpenAI wire format.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "fastrouter",
        title = "FastRouter",
        syntax = "fastrouter:operation",
        category = {Category.AI},
        headersClass = FastRouterConstants.class)
@ManagedResource(description = "FastRouter endpoint")
public class FastRouterEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation, ManagedTraffic {

    @UriPath(
            enums = "chat,speech,transcription,translation,models,prompt-to-audio",
            description = "What to do.",
            javaType = "java.lang.String")
    @Metadata(required = true)
    private final FastRouterOperation operation;

    @UriParam
    private FastRouterConfiguration configuration;

    private EndpointWatch watch;

    public FastRouterEndpoint(
            String uri,
            FastRouterComponent component,
            FastRouterOperation operation,
            FastRouterConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        watch().producing(
                        "producer:fastrouter-" + operation + "-" + getId(),
                        getComponent().isHealthCheckProducerEnabled(),
                        configuration.isHealthCheckLive()
                                ? new ModelsProbe(getComponent().client(), target())
                                : null);
        OperationContext context = operationContext();
        OperationHandler handler = Operations.create(
                operation, context, getComponent().jobs(), getComponent().streamEnds());
        OperationProducer producer = new OperationProducer(this, handler, context);
        return configuration.isSynchronous() ? new SynchronousDelegateProducer(producer) : producer;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (operation == FastRouterOperation.PROMPT_TO_AUDIO) {
            AudioJobConsumer consumer = new AudioJobConsumer(
                    this, processor, operationContext(), getComponent().jobs());
            configureConsumer(consumer);
            consumer.setHealthCheck(new JobsHealthCheck(
                    consumer, consumer::board, Duration.ofMillis(configuration.getJobTimeout()), Clock.systemUTC()));
            watch();
            return consumer;
        }
        throw new IllegalArgumentException("fastrouter:" + operation + " can't be consumed from: use it with to(...)");
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        if (operation == FastRouterOperation.PROMPT_TO_AUDIO && configuration.getResponseUrl() != null) {
            return new OneJobConsumer(this, operationContext(), getComponent().jobs());
        }
        return super.createPollingConsumer();
    }

    @Override
    public FastRouterComponent getComponent() {
        return (FastRouterComponent) super.getComponent();
    }

    /** Begins when the endpoint is first used, and anew when it is used after a stop. */
    private synchronized EndpointWatch watch() {
        if (watch == null) {
            URI baseUrl = BaseUrls.of(configuration);
            Authority authority = Authority.of(baseUrl);
            int port = authority.port();
            EndpointFacts facts = new EndpointFacts(
                    URISupport.sanitizeUri(getEndpointUri()),
                    SafeUri.of(getEndpointUri()),
                    operation.path(),
                    configuration.getModel(),
                    new EndpointFacts.Server(
                            configuration.getGateway().name(),
                            authority.host(),
                            port > 0 ? port : "https".equalsIgnoreCase(baseUrl.getScheme()) ? 443 : 80));
            watch = new EndpointWatch(getComponent().getMonitoring(), getCamelContext(), facts);
        }
        return watch;
    }

    @Override
    public synchronized EndpointTraffic traffic() {
        return watch == null ? null : watch.traffic();
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            if (watch != null) {
                watch.close();
                watch = null;
            }
        }
        super.doStop();
    }

    /** What an operation of this endpoint works with. */
    OperationContext operationContext() {
        PropertyConfigurerGetter getter =
                (PropertyConfigurerGetter) getComponent().getEndpointPropertyConfigurer();
        return new OperationContext(
                this,
                name -> getter.getOptionValue(this, name, true),
                target(),
                client(),
                getComponent().worker(),
                getComponent().streamWorker(),
                getComponent().inFlight(),
                getComponent().getCallListeners());
    }

    private GatewayClient client() {
        GatewayClient client = getComponent().client();
        return configuration.isLogBodies() ? new BodyLog(client) : client;
    }

    private GatewayTarget target() {
        URI baseUrl = BaseUrls.of(configuration);
        return new GatewayTarget(
                baseUrl.toString(),
                ApiKeys.find(getCamelContext(), configuration, baseUrl, operation),
                getComponent()
                        .client()
                        .timeouts(new Timeouts(
                                configuration.getConnectTimeout(),
                                configuration.getFirstByteTimeout(),
                                configuration.getIdleTimeout(),
                                configuration.getTotalTimeout())),
                Duration.ofMillis(configuration.getMaxRetryAfter()),
                configuration.getMaxResponseSize());
    }

    @Override
    public String getServiceUrl() {
        return BaseUrls.of(configuration).toString();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    public FastRouterOperation getOperation() {
        return operation;
    }

    public FastRouterConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FastRouterConfiguration configuration) {
        this.configuration = configuration;
    }
}
