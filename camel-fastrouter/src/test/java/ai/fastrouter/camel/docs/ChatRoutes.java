package ai.fastrouter.camel.docs;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.Media;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** The Java of the component's page that is about chat. */
class ChatRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::ask[]
        from("direct:ask")
                .to("fastrouter:chat?model=openai/gpt-5.1&systemMessage=Answer in one sentence.&temperature=0.2")
                .log("${header.CamelFastRouterTotalTokens} tokens, ${header.CamelFastRouterCost} USD");
        // end::ask[]

        // tag::override[]
        from("direct:ask-well")
                .filter(simple("${header.tier} == 'gold'"))
                .setHeader(FastRouterConstants.MODEL, constant("anthropic/claude-4.5-sonnet"))
                .setHeader(FastRouterConstants.REASONING_EFFORT, constant("high"))
                .end()
                .to("fastrouter:chat?model=openai/gpt-5-mini");
        // end::override[]

        // tag::fallback[]
        from("direct:ask-anyone")
                .to("fastrouter:chat?model=openai/gpt-5.1"
                        + "&models=anthropic/claude-4.5-sonnet,google/gemini-3-pro-preview"
                        + "&providerOrder=azure,openai&additionalBody.top_k=40")
                .log("answered by ${header.CamelFastRouterResponseModel}");
        // end::fallback[]

        // tag::conversation[]
        from("direct:talk").to("fastrouter:chat?model=openai/gpt-5.1&conversation=true");
        // end::conversation[]

        // tag::events[]
        from("jetty:http://localhost:{{port}}/ask?httpMethodRestrict=POST")
                .to("fastrouter:chat?model=openai/gpt-5.1&stream=true&streamOutput=sse");
        // end::events[]

        // tag::spoken[]
        from("direct:say")
                .to("fastrouter:chat?model=openai/gpt-5.4-audio-preview&output=audio&audioVoice=nova&audioFormat=wav")
                .to("direct:loudspeaker");
        // end::spoken[]
    }

    /** A request of one's own making. */
    static ChatRequest request() {
        // tag::request[]
        ChatRequest request = ChatRequest.of(
                        ChatMessage.system("You translate into French."),
                        ChatMessage.user("Good morning"),
                        ChatMessage.assistant("Bonjour"),
                        ChatMessage.user("Good night"))
                .withField("temperature", 0);
        // end::request[]
        return request;
    }

    /** Several things to look at in one turn. */
    static List<ContentPart> parts(Path photo) throws java.io.IOException {
        // tag::parts[]
        List<ContentPart> parts = List.of(
                ContentPart.text("Is this the same house?"),
                ContentPart.image("https://example.com/house.jpg"),
                ContentPart.of(Media.of("image/png", photo)));
        // end::parts[]
        return parts;
    }

    /** What no option says. */
    static void client(CamelContext context) {
        // tag::client[]
        FastRouterComponent fastrouter = context.getComponent("fastrouter", FastRouterComponent.class);
        fastrouter.setHttpClientConfigurer(client ->
                client.addRequestInterceptorLast((request, entity, http) -> request.setHeader("X-Title", "Help desk")));
        // end::client[]
    }
}
