package ai.fastrouter.camel.examples.voice;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** Recordings become transcripts and a spoken summary, spoken questions get spoken answers. */
public class VoiceMailRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // the gateway is busy: wait as long as it asks, else two seconds
        onException(FastRouterTransientException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay(2000)
                .logExhausted(false)
                .to("direct:failed");
        onException(FastRouterException.class).logExhausted(false).to("direct:failed");

        // tag::recordings[]
        from("file:{{voice.dir}}/recordings?includeExt=wav,mp3,m4a,mp4,flac,ogg,webm&move=done&moveFailed=failed")
                .routeId("recordings")
                .throttle(4)
                .concurrentRequestsMode()
                .to("fastrouter:transcription?model={{model.transcription}}&responseFormat=verbose_json"
                        + "&output=response")
                .setProperty("transcription", body())
                .marshal()
                .json(JsonLibrary.Jackson, true)
                .to("file:{{voice.dir}}/written?fileName=${file:name.noext.single}.json")
                .setBody(exchangeProperty("transcription"))
                .bean(Subtitles.class)
                .to("file:{{voice.dir}}/written?fileName=${file:name.noext.single}.srt")
                .setBody(simple("${exchangeProperty.transcription.text}"))
                .to("file:{{voice.dir}}/written?fileName=${file:name.noext.single}.txt")
                .setBody(simple("Summarise this call in one sentence:\n${body}"))
                .to("fastrouter:chat?model={{model.chat}}")
                .setProperty("summary", body())
                .to("fastrouter:speech?model={{model.speech}}&voice=nova")
                .to("file:{{voice.dir}}/written?fileName=${file:name.noext.single}.summary.mp3")
                .setBody(
                        simple("${file:name.noext.single}: json, srt, txt, summary.mp3\n  ${exchangeProperty.summary}"))
                .to("stream:out");
        // end::recordings[]

        // tag::questions[]
        from("file:{{voice.dir}}/questions?includeExt=wav,mp3&move=done&moveFailed=failed")
                .routeId("questions")
                .throttle(4)
                .concurrentRequestsMode()
                .to("fastrouter:chat?model={{model.spoken-chat}}&modalities=text,audio&audioVoice=nova&audioFormat=wav"
                        + "&output=audio")
                .to("file:{{voice.dir}}/written?fileName=${file:name.noext.single}.answer.wav")
                .setBody(simple("${file:name.noext.single}: answer.wav\n  ${header.CamelFastRouterTranscript}"))
                .to("stream:out");
        // end::questions[]

        from("direct:sample")
                .routeId("sample")
                .to("fastrouter:speech?model={{model.speech}}&voice=alloy&responseFormat=wav")
                // written under another name, so that nobody reads half a recording
                .to("file:{{voice.dir}}?tempPrefix=.part-");

        from("direct:failed")
                .routeId("failed")
                .setBody(simple("${file:name}: ${exception.message}"))
                .to("stream:err");
    }
}
