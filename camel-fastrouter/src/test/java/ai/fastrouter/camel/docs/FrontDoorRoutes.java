package ai.fastrouter.camel.docs;

import org.apache.camel.builder.RouteBuilder;

/** The route at the top of README.md: recorded calls in, spoken summaries out. */
class FrontDoorRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::front-door[]
        from("file:calls?include=.*\\.wav")
                .to("fastrouter:transcription?model=openai/whisper-1")
                .to("fastrouter:chat?model=openai/gpt-5.1&systemMessage=Summarise the call in two sentences.")
                .to("fastrouter:speech?model=openai/tts-1&voice=nova")
                .to("file:summaries");
        // end::front-door[]
    }
}
