package ai.fastrouter.camel.benchmark;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallListener;
import ai.fastrouter.camel.exchange.observe.CallResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Submits many prompt-to-audio jobs that do not finish, and looks at heap, threads and polls while they are pending. */
final class PendingJobsRun {

    private static final int SECONDS = 20;

    private PendingJobsRun() {}

    static void run(String baseUrl, int jobs) throws Exception {
        LongAdder polls = new LongAdder();
        LongAdder failed = new LongAdder();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            FastRouterComponent component = new FastRouterComponent();
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setApiKey("bench");
            component.getConfiguration().setMaxPendingJobs(jobs);
            context.addComponent("fastrouter", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("fastrouter:prompt-to-audio?delay=500").to("log:clip");
                    from("direct:submit").to("fastrouter:prompt-to-audio");
                }
            });
            component.getCallListeners().add(new CallListener() {
                @Override
                public void ended(CallInfo call, CallResult result) {
                    polls.increment();
                    if (result.failure() != null) {
                        failed.increment();
                    }
                }
            });
            context.start();
            long before = Meter.usedHeap();
            submit(context, jobs);
            long heap = Meter.usedHeap() - before;
            polls.reset();
            Meter meter = Meter.start();
            new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
            Cost cost = meter.stop(Math.max(polls.sum(), 1));
            System.out.printf(
                    "%n%,d jobs pending%n%.1f MB of heap, %d threads in the process, %,.0f polls per second"
                            + " (%d failed calls), %.1f us of processor time a poll%n",
                    jobs, heap / 1048576.0, Meter.threads(), cost.perSecond(), failed.sum(), cost.cpu());
        }
    }

    private static void submit(DefaultCamelContext context, int jobs) throws Exception {
        Endpoint entry = context.getEndpoint("direct:submit");
        AsyncProducer producer = entry.createAsyncProducer();
        producer.start();
        CountDownLatch done = new CountDownLatch(jobs);
        LongAdder failures = new LongAdder();
        for (int i = 0; i < jobs; i++) {
            Exchange exchange = entry.createExchange();
            exchange.getMessage().setBody("rain on a tin roof, number " + i);
            producer.process(exchange, sync -> {
                if (exchange.isFailed()) {
                    failures.increment();
                }
                done.countDown();
            });
        }
        if (!done.await(60, TimeUnit.SECONDS) || failures.sum() > 0) {
            throw new IllegalStateException(failures.sum() + " submits failed, " + done.getCount() + " never ended");
        }
        producer.stop();
    }
}
