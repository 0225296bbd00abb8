package ai.fastrouter.camel.docs;

import ai.fastrouter.camel.error.FastRouterRateLimitException;
import org.apache.camel.builder.RouteBuilder;

/** The audio routes of the component's documentation. */
class AudioRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(FastRouterRateLimitException.class).maximumRedeliveries(3);

        // tag::speech[]
        from("file:texts?include=.*\\.txt")
                .routeId("speech")
                .to("fastrouter:speech?model=openai/tts-1&voice=nova&responseFormat=wav&splitInput=true")
                .to("file:spoken");
        // end::speech[]

        // tag::live[]
        from("direct:say")
                .to("fastrouter:speech?model=openai/tts-1&voice=nova&responseFormat=pcm&output=stream")
                .to("direct:loudspeaker");
        // end::live[]

        // tag::subtitles[]
        from("file:films?include=.*\\.(mp4|webm)")
                .routeId("subtitles")
                .to("fastrouter:transcription?model=openai/whisper-1&responseFormat=srt&maxUploadSize=25000000")
                .to("file:films?fileName=${file:name.noext}.srt");
        // end::subtitles[]

        // tag::words[]
        from("direct:words")
                .to("fastrouter:transcription?model=openai/whisper-1&output=response"
                        + "&responseFormat=verbose_json&timestampGranularities=word")
                .split(simple("${body.words}"))
                .to("direct:word");
        // end::words[]

        // tag::translation[]
        from("direct:voicemail")
                .to("fastrouter:translation?model=openai/whisper-1")
                .to("direct:inbox");
        // end::translation[]

        // tag::models[]
        from("direct:audio-models")
                .to("fastrouter:models?gateway=arouter&outputModalities=audio&modelsCacheTime=1h")
                .split(body())
                .log("${body.id}: ${body.price('prompt')} USD")
                .to("direct:model");
        // end::models[]

        from("direct:loudspeaker").transform(body().convertTo(byte[].class)).to("mock:loudspeaker");
        from("direct:word").to("mock:word");
        from("direct:inbox").to("mock:inbox");
        from("direct:model").to("mock:model");
    }
}
