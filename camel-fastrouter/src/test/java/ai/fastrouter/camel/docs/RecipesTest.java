package ai.fastrouter.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of README.md do what they say. */
class RecipesTest extends CamelTestSupport {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @TempDir
    Path folder;

    @Override
    public boolean isUseAdviceWith() {
        return true;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        FastRouterComponent component = new FastRouterComponent();
        component.getConfiguration().setBaseUrl(GATEWAY.baseUrl());
        component.getConfiguration().setApiKey("any");
        component.getConfiguration().setAllowHttpDownload(true);
        component.getConfiguration().setAllowPrivateAddresses(true);
        component.getConfiguration().setJobPollDelay(10);
        context.addComponent("fastrouter", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RecipeRoutes();
    }

    private void start() throws Exception {
        String receipts = Files.createDirectory(folder.resolve("receipts")).toString();
        AdviceWith.adviceWith(context, "receipts", advice -> {
            advice.replaceFromWith("file:" + receipts + "?include=.*\\.(png|jpg)&initialDelay=0");
            advice.weaveByToUri("file:sums*")
                    .replace()
                    .to("file:" + folder.resolve("sums") + "?fileName=${file:name.noext}.txt");
        });
        AdviceWith.adviceWith(context, "jingles", advice -> {
            advice.replaceFromWith("fastrouter:prompt-to-audio?initialDelay=10&delay=50");
            advice.weaveByToUri("file:jingles").replace().to("file:" + folder.resolve("jingles"));
        });
        context.start();
    }

    @Test
    void gateway_thatSaysWait_isAskedAgainAfterThatWait() throws Exception {
        GATEWAY.gateway()
                .onChat()
                .reply(Reply.error(429, Envelope.E1, "slow down").retryAfterSeconds(1), Reply.chat("Here you are."));
        start();

        String answer = template.requestBody("direct:answer", "Hello?", String.class);

        assertThat(answer).isEqualTo("Here you are.");
        List<RecordedRequest> requests = GATEWAY.gateway().requests(Operation.CHAT);
        assertThat(requests).hasSize(2);
        long wait = requests.get(1).receivedAt() - requests.get(0).receivedAt();
        assertThat(Duration.ofNanos(wait)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void exhaustedQuotaAndRefusal_eachTakeTheirOwnWay() throws Exception {
        GATEWAY.gateway()
                .onChat()
                .reply(Reply.error(402, Envelope.E1, "no credits"), Reply.error(446, Envelope.E3, "guardrail"));
        start();
        getMockEndpoint("mock:out-of-credits").expectedMessageCount(1);
        getMockEndpoint("mock:refused").expectedMessageCount(1);

        template.sendBody("direct:answer", "Hello?");
        template.sendBody("direct:answer", "Hello?");

        getMockEndpoint("mock:out-of-credits").assertIsSatisfied();
        getMockEndpoint("mock:refused").assertIsSatisfied();
    }

    @Test
    void streamedAnswer_arrivesPieceByPiece() throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.stream("To ", "be ", "or not."));
        start();
        getMockEndpoint("mock:show").expectedBodiesReceived("To ", "be ", "or not.");

        template.sendBody("direct:live", "Quote something.");

        getMockEndpoint("mock:show").assertIsSatisfied();
    }

    @Test
    void answer_asAnObject_isRoutedByItsFields() throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.chat("{\"topic\":\"billing\",\"urgency\":\"high\"}"));
        start();
        getMockEndpoint("mock:on-call").expectedBodiesReceived(new RecipeRoutes.Ticket("billing", "high"));
        getMockEndpoint("mock:queue").expectedMessageCount(0);

        template.sendBody("direct:triage", "I was charged twice, and I am furious.");

        getMockEndpoint("mock:on-call").assertIsSatisfied();
        getMockEndpoint("mock:queue").assertIsSatisfied();
    }

    @Test
    void picture_inTheFolder_isSeen() throws Exception {
        GATEWAY.gateway().onChat().reply(Reply.chat("12.50 EUR"));
        start();
        NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

        Path picture = Files.write(folder.resolve("lunch.png"), png);
        Files.move(picture, folder.resolve("receipts/lunch.png"));

        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("sums/lunch.txt")).hasContent("12.50 EUR");
        assertThat(GATEWAY.gateway()
                        .lastRequest()
                        .json()
                        .at("/messages/0/content/0/text")
                        .asText())
                .isEqualTo("Which sum does this receipt show?");
    }

    @Test
    void jingle_ordered_isCollectedWhenItIsReady() throws Exception {
        start();
        NotifyBuilder collected =
                new NotifyBuilder(context).fromRoute("jingles").whenDone(1).create();

        template.sendBody("direct:order", "rain on a tin roof, soft piano");

        assertThat(collected.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("jingles"))
                .isDirectoryContaining(file -> file.getFileName().toString().endsWith(".wav"));
    }
}
