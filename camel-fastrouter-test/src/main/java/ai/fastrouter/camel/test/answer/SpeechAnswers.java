package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.reply.Bodies;
import ai.fastrouter.camel.test.reply.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;

/** Speaks texts: the sound is made while it is sent. */
final class SpeechAnswers {

    /** 100 ms of 24 kHz, 16 bit sound. */
    private static final int PIECE = 4800;

    private SpeechAnswers() {}

    static Reply to(RecordedRequest request) {
        JsonNode body = request.json();
        String input = body.path("input").asText();
        AudioFormat format =
                AudioFormat.of(body.path("response_format").asText("mp3")).orElseThrow();
        Iterable<byte[]> sound =
                Voice.speakInPieces(input, format, body.path("speed").asDouble(1), PIECE);
        if ("sse".equals(body.path("stream_format").asText())) {
            return Reply.content(
                    r -> new Content.Rendered("text/event-stream", Bodies.lazy(events(sound, input)), true));
        }
        return Reply.content(r -> new Content.Rendered(format.contentType(), Bodies.lazy(sound), true));
    }

    private static Iterable<byte[]> events(Iterable<byte[]> sound, String input) {
        return () -> {
            Iterator<byte[]> pieces = sound.iterator();
            return new Iterator<>() {
                private boolean done;

                @Override
                public boolean hasNext() {
                    return !done;
                }

                @Override
                public byte[] next() {
                    ObjectNode event = JsonNodeFactory.instance.objectNode();
                    if (pieces.hasNext()) {
                        event.put("type", "speech.audio.delta")
                                .put("audio", Base64.getEncoder().encodeToString(pieces.next()));
                    } else {
                        done = true;
                        event.put("type", "speech.audio.done")
                                .putObject("usage")
                                .put("input_tokens", (input.length() + 3) / 4);
                    }
                    return ("event: " + event.path("type").asText() + "\ndata: " + event + "\n\n")
                            .getBytes(StandardCharsets.UTF_8);
                }
            };
        };
    }
}
