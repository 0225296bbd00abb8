package ai.fastrouter.camel.examples.springboot;

import static ai.fastrouter.camel.FastRouterConstants.VOICE;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Talks, listens and speaks over HTTP. */
@Component
public class AssistantRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::chat[]
        from("platform-http:/chat?httpMethodRestrict=POST")
                .routeId("chat")
                .convertBodyTo(String.class)
                .removeHeaders("*")
                .to("fastrouter:chat?model={{model.chat}}");

        // the events go to the browser as they come; when the browser leaves, the gateway stops
        from("platform-http:/chat/stream?httpMethodRestrict=GET,POST")
                .routeId("chat-stream")
                .convertBodyTo(String.class)
                .choice()
                .when(header("question").isNotNull())
                .setBody(header("question"))
                .end()
                .removeHeaders("*")
                .to("fastrouter:chat?model={{model.chat}}&stream=true&streamOutput=sse");
        // end::chat[]

        // tag::audio[]
        from("platform-http:/speech?httpMethodRestrict=POST")
                .routeId("speech")
                .convertBodyTo(String.class)
                .setHeader(VOICE, header("voice"))
                .removeHeaders("*", VOICE)
                .to("fastrouter:speech?model={{model.speech}}&voice=nova&output=stream");

        from("platform-http:/transcription?httpMethodRestrict=POST&useStreaming=true")
                .routeId("transcription")
                // a form's file is in the server's temporary directory, and nobody else deletes it
                .onCompletion()
                .onWhen(header(Exchange.FILE_PATH).isNotNull())
                .process(exchange ->
                        Files.delete(Path.of(exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class))))
                .end()
                .removeHeaders("*", Exchange.CONTENT_TYPE, "CamelFile*")
                .to("fastrouter:transcription?model={{model.transcription}}");
        // end::audio[]
    }
}
