package ai.fastrouter.camel.test.check;

import ai.fastrouter.camel.test.RecordedRequest;

/** Prompt-to-audio requests: the submit and the poll. */
public final class JobCheck {

    private static final String MODEL = "ace-step/prompt-to-audio";

    private JobCheck() {}

    /** Refuses a submit that the gateway would refuse. Messages may be left out; when there are any they must be right. */
    public static void submit(RecordedRequest request) {
        Fields body = JsonBody.of(request);
        body.require("prompt")
                .text("prompt")
                .integer("duration", 1, Long.MAX_VALUE)
                .bool("stream");
        if (body.get("stream").asBoolean(false)) {
            throw body.bad("stream", "must not be true for " + MODEL);
        }
        if (body.has("messages")) {
            MessageCheck.check(body);
        }
    }

    /** Refuses a poll that the gateway would refuse. */
    public static void poll(RecordedRequest request) {
        Fields body = JsonBody.of(request);
        body.require("url").text("url").require("model").oneOf("model", MODEL);
        String url = body.get("url").asText();
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw body.bad("url", "must be an http(s) URL");
        }
    }
}
