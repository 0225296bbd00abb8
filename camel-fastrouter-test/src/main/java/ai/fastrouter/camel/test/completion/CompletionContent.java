package ai.fastrouter.camel.test.completion;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.reply.Bodies;
import ai.fastrouter.camel.test.reply.Content;
import java.nio.charset.StandardCharsets;

/** A completion, written as the request asks for it: whole or as a stream. */
public record CompletionContent(ChatScript script) implements Content {

    @Override
    public Rendered render(RecordedRequest request) {
        Identity identity = Identity.of(script, request);
        if (script.alwaysStream || request.json().path("stream").asBoolean(false)) {
            var payloads = CompletionChunks.of(script, request, identity);
            return new Rendered("text/event-stream", Bodies.packets(SseFrames.of(script, payloads)), true);
        }
        String json = CompletionJson.of(script, request, identity).toString();
        return new Rendered("application/json", Bodies.bytes(json.getBytes(StandardCharsets.UTF_8)));
    }
}
