package ai.fastrouter.camel.test.check;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.audio.AudioFormat;
import java.util.Arrays;

/** Text-to-speech requests. */
public final class SpeechCheck {

    private static final String[] FORMATS =
            Arrays.stream(AudioFormat.values()).map(AudioFormat::wireName).toArray(String[]::new);

    private SpeechCheck() {}

    /** Refuses a request that the gateways would refuse. */
    public static void check(RecordedRequest request) {
        Fields body = JsonBody.of(request);
        body.require("model")
                .text("model")
                .require("input")
                .text("input", 4096)
                .require("voice")
                .oneOf("response_format", FORMATS)
                .number("speed", 0.25, 4)
                .text("instructions", 4096)
                .oneOf("stream_format", "audio", "sse");
        if (body.get("voice").isObject()) {
            body.object("voice", voice -> voice.require("id").text("id"));
        } else {
            body.text("voice");
        }
    }
}
