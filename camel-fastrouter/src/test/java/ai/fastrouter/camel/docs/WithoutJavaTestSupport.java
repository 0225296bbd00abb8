package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the component's page in a language other than Java: the same in each. */
abstract class WithoutJavaTestSupport extends DocsTestSupport {

    @TempDir
    Path folder;

    private final String routes;

    /** @param routes the file */
    WithoutJavaTestSupport(String routes) {
        this.routes = routes;
    }

    @Override
    public boolean isUseAdviceWith() {
        return true;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String name : new String[] {"show", "on-call", "queue", "out-of-credits", "refused"}) {
                    from("direct:" + name).to("mock:" + name);
                }
            }
        };
    }

    private void start() throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:docs/" + routes));
        String receipts = Files.createDirectory(folder.resolve("receipts")).toString();
        AdviceWith.adviceWith(context, "receipts", advice -> {
            advice.replaceFromWith("file:" + receipts + "?includeExt=png,jpg&initialDelay=0");
            advice.weaveByToUri("file:sums*")
                    .replace()
                    .to("file:" + folder.resolve("sums") + "?fileName=${file:name.noext}.txt");
        });
        context.start();
    }

    @Test
    void ask_sendsItsOptions() throws Exception {
        start();

        assertThat(template.requestBody("direct:ask", "Say: Hi", String.class)).isEqualTo("Hi");

        assertThat(sent().path("temperature").asDouble()).isEqualTo(0.2);
        assertThat(sent().at("/messages/0/content").asText()).isEqualTo("Answer in one sentence.");
    }

    @Test
    void live_showsPieceByPiece() throws Exception {
        gateway().onChat().reply(Reply.stream("To ", "be ", "or not."));
        start();
        MockEndpoint show = getMockEndpoint("mock:show");
        show.expectedBodiesReceived("To ", "be ", "or not.");

        template.sendBody("direct:live", "Quote something.");

        show.assertIsSatisfied();
    }

    @Test
    void triage_asksForTheSchemaAndRoutesByFields() throws Exception {
        gateway().onChat().reply(Reply.chat("{\"topic\":\"billing\",\"urgency\":\"high\"}"));
        start();
        MockEndpoint onCall = getMockEndpoint("mock:on-call");
        onCall.expectedBodiesReceived(new LinkedHashMap<>(Map.of("topic", "billing", "urgency", "high")));

        template.sendBody("direct:triage", "I was charged twice.");

        onCall.assertIsSatisfied();
        assertThat(sent().at("/response_format/json_schema/name").asText()).isEqualTo("ticket");
        assertThat(sent().at("/response_format/json_schema/strict").asBoolean()).isTrue();
    }

    @Test
    void receipts_areSeen() throws Exception {
        gateway().onChat().reply(Reply.chat("12.50 EUR"));
        start();
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();

        Path picture =
                Files.write(folder.resolve("lunch.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Files.move(picture, folder.resolve("receipts/lunch.png"));

        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("sums/lunch.txt")).hasContent("12.50 EUR");
        assertThat(sent().at("/messages/0/content/0/text").asText()).isEqualTo("Which sum does this receipt show?");
    }

    @Test
    void errors_eachTakeTheirWay() throws Exception {
        gateway()
                .onChat()
                .reply(
                        Reply.error(503, Envelope.E2, "busy").retryAfterMillis(10),
                        Reply.chat("Here"),
                        Reply.error(402, Envelope.E1, "no credits"),
                        Reply.error(446, Envelope.E3, "guardrail"));
        start();
        MockEndpoint outOfCredits = getMockEndpoint("mock:out-of-credits");
        MockEndpoint refused = getMockEndpoint("mock:refused");
        outOfCredits.expectedMessageCount(1);
        refused.expectedMessageCount(1);

        assertThat(template.requestBody("direct:ask", "Hello?", String.class)).isEqualTo("Here");
        template.sendBody("direct:ask", "Hello?");
        template.sendBody("direct:ask", "Hello?");

        outOfCredits.assertIsSatisfied();
        refused.assertIsSatisfied();
        assertThat(gateway().requests()).hasSize(4);
    }
}
