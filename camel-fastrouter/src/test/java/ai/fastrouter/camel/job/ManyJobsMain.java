package ai.fastrouter.camel.job;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Submits many jobs, keeps them pending, and says what that takes. */
public final class ManyJobsMain {

    private ManyJobsMain() {}

    /** @param args gateway, number of jobs; they are kept pending until the standard input ends */
    public static void main(String[] args) throws Exception {
        int jobs = Integer.parseInt(args[1]);
        CamelContext context = new DefaultCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        FastRouterConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(args[0]);
        configuration.setApiKey("sk-v1-test");
        configuration.setMaxPendingJobs(jobs + 1);
        context.addComponent("fastrouter", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("fastrouter:prompt-to-audio").to("mock:never");
                from("direct:submit").to("fastrouter:prompt-to-audio");
            }
        });
        context.start();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBody("direct:submit", "warm up");
            long before = used();
            submit(template, jobs);
            say("submitted", jobs);
            Thread end = new Thread(ManyJobsMain::waitForEnd, "end");
            end.start();
            long live = Long.MAX_VALUE; // each measurement has some garbage in it
            while (end.isAlive()) {
                live = Math.min(live, used());
            }
            say("heap", live - before);
            say("threads", Thread.activeCount());
        }
        context.stop();
    }

    private static void waitForEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hundred at once. */
    private static void submit(ProducerTemplate template, int jobs) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(jobs);
        CountDownLatch done = new CountDownLatch(jobs);
        for (int i = 0; i < 100; i++) {
            next(template, left, done);
        }
        done.await();
    }

    private static void next(ProducerTemplate template, AtomicInteger left, CountDownLatch done) {
        if (left.getAndDecrement() > 0) {
            template.asyncSendBody("direct:submit", "calm rain with soft piano").whenComplete((body, failure) -> {
                if (failure != null) {
                    failure.printStackTrace();
                    System.exit(1);
                }
                done.countDown();
                next(template, left, done);
            });
        }
    }

    private static long used() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 2; i++) {
            System.gc();
            new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void say(String what, long value) {
        System.out.println(what + "=" + value);
    }
}
