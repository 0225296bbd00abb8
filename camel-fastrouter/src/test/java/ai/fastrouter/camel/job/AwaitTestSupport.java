package ai.fastrouter.camel.job;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.error.FastRouterJobException;
import ai.fastrouter.camel.job.report.AudioJobProgressEvent;
import ai.fastrouter.camel.test.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Exchanges that wait for their audio, and the progress they see. */
abstract class AwaitTestSupport extends JobTestSupport {

    static final String URI = "fastrouter:prompt-to-audio?await=true&duration=2";
    static final Duration LIMIT = Duration.ofSeconds(20);

    final List<AudioJobProgressEvent> progress = new CopyOnWriteArrayList<>();

    @Override
    void configure(FastRouterConfiguration configuration) {
        configuration.setJobTimeout(60_000);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof AudioJobProgressEvent step) {
                    progress.add(step);
                }
            }
        });
        return context;
    }

    static String media() {
        return "http://127.0.0.1:" + gateway().port() + "/media/clip.wav";
    }

    static void serveClip() {
        gateway().onDownload().always(Reply.bytes("audio/wav", new byte[] {'R', 'I', 'F', 'F'}));
    }

    static FastRouterJobException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(FastRouterJobException.class);
        return exchange.getException(FastRouterJobException.class);
    }
}
