package ai.fastrouter.camel.operations.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.RecordedRequest;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * With every logger at TRACE, and everything that can watch switched on, no key, prompt, answer or audio is found in any place but
 * the message.
 */
class SecrecyTest extends SecrecyTestSupport {

    private int sent;

    @Override
    protected void prepare(CamelContext context) throws Exception {
        super.prepare(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // the error handler logs what it gives up, with the message's history
                errorHandler(defaultErrorHandler().logExhaustedMessageHistory(true));
                from("direct:call").toD("${header.uri}").process(SecrecyTest::readAll);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> calls() {
        Stream<DynamicTest> scenes =
                Scenes.all().stream().map(scene -> DynamicTest.dynamicTest(scene.name(), () -> play(scene)));
        DynamicTest last = DynamicTest.dynamicTest("what is left behind", this::lookEverywhere);
        return Stream.concat(scenes, Stream.of(last));
    }

    private void play(Scene scene) {
        gateway().reset();
        scene.script().accept(gateway());
        Exchange exchange = context.createFluentProducerTemplate()
                .to("direct:call")
                .withProcessor(e -> {
                    e.getMessage().setHeaders(new HashMap<>(scene.headers()));
                    e.getMessage().setHeader("uri", scene.uri());
                    e.getMessage().setBody(scene.body());
                })
                .send();

        Throwable failure = exchange.getException();
        if (scene.fails()) {
            assertThat(failure).as("the call must fail").isNotNull();
            assertSecret(Outputs.of(failure, exchange));
        } else {
            assertThat(failure).as("the call must succeed").isNull();
        }
        sent += (int) gateway().requests().stream()
                .filter(SecrecyTest::carriesSecrets)
                .count();
        assertSecretLog();
    }

    private void lookEverywhere() throws Exception {
        assertThat(sent).as("requests with secrets that reached the gateway").isGreaterThan(100);
        assertThat(meters.getMeters()).isNotEmpty();
        assertThat(spans.getFinishedSpanItems()).hasSizeGreaterThan(100);
        assertSecretEverywhere();
        context.stop();
        assertSecretLog();
        assertThat(log.lines())
                .as("the log has caught all loggers")
                .anyMatch(line -> line.startsWith("DEBUG ai.fastrouter.camel.calls"))
                .anyMatch(line -> line.startsWith("TRACE org.apache.camel"))
                .anyMatch(line -> line.startsWith("DEBUG org.apache.hc.client5"));
    }

    private static boolean carriesSecrets(RecordedRequest request) {
        return ("Bearer " + Canaries.KEY).equals(request.header("Authorization"));
    }

    /** Takes the answer in as a route does, so that a stream fails here if it fails at all. */
    private static void readAll(Exchange exchange) throws Exception {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Iterator<?> chunks) {
            try (AutoCloseable closing = chunks instanceof AutoCloseable closeable ? closeable : () -> {}) {
                chunks.forEachRemaining(chunk -> assertThat(chunk).isNotNull());
            }
        } else if (body instanceof InputStream stream) {
            try (stream) {
                stream.readAllBytes();
            }
        }
    }
}
