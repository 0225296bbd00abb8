package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.JobDeskAccess;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.model.AudioJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;

/** A route that collects clips. */
abstract class CollectTestSupport extends JobTestSupport {

    static final String FROM = "fastrouter:prompt-to-audio?initialDelay=10&delay=20&jobRedeliveryDelay=20";
    static final Duration LIMIT = Duration.ofSeconds(20);

    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();

    @Override
    public boolean isUseRouteBuilder() {
        return false;
    }

    /** Starts a collecting route, which must be there before jobs are submitted. */
    void collect(String options) throws Exception {
        collect(options, 0);
    }

    /** The route fails as often as said. */
    void collect(String options, int failing) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FastRouterJobException.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)))
                        .to("mock:failed");
                from("direct:dead").convertBodyTo(byte[].class).to("mock:dead");
                from(FROM + options)
                        .routeId("collect")
                        .process(exchange -> {
                            if (attempts.incrementAndGet() <= failing) {
                                throw new IllegalStateException("not now");
                            }
                        })
                        // mock endpoints look at bodies after the exchange is done
                        .choice()
                        .when(e -> !(e.getMessage().getBody() instanceof String))
                        .convertBodyTo(byte[].class)
                        .end()
                        .to("mock:clips");
            }
        });
        context.start();
    }

    AudioJob submit(String prompt, Map<String, Object> headers) {
        Exchange exchange = send("fastrouter:prompt-to-audio?duration=2", prompt, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(AudioJob.class);
    }

    MockEndpoint clips(int count) {
        MockEndpoint mock = getMockEndpoint("mock:clips");
        mock.expectedMessageCount(count);
        return mock;
    }

    static void await(MockEndpoint mock) throws InterruptedException {
        mock.setResultWaitTime(LIMIT.toMillis());
        mock.assertIsSatisfied();
    }

    void assertNothingIsKept() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> JobDeskAccess.of(context).memory(1).getKeys().stream()
                        .allMatch(key -> key.startsWith("fastrouter-node/")));
    }
}
