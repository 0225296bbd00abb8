package ai.fastrouter.camel.chat.stream;

import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.model.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the bodies of streamed answers. */
public final class StreamBodies {

    private StreamBodies() {}

    /** The body that the option {@code streamOutput} names. */
    public static ChatStream of(String streamOutput, LiveAnswer answer) {
        return switch (streamOutput) {
            case "text" -> ChatIterator.ofTexts(answer);
            case "sse" -> new EventStream(answer);
            case "audio" -> new SpokenStream(answer);
            default -> ChatIterator.ofChunks(answer);
        };
    }

    /** A pipe for an answer that came whole, though a stream was asked for: one chunk holds it. */
    public static ChunkPipe whole(ChatResponse response, boolean withFrames) throws IOException {
        List<ChatChunk.Choice> choices = new ArrayList<>();
        for (ChatResponse.Choice choice : response.choices()) {
            choices.add(new ChatChunk.Choice(
                    choice.index(), delta(choice.message()), choice.finishReason(), choice.additionalFields()));
        }
        ChatChunk chunk = new ChatChunk(
                response.id(),
                response.model(),
                response.created(),
                choices,
                response.usage(),
                response.provider(),
                response.additionalFields());
        Batch batch = new Batch(withFrames);
        batch.add(chunk);
        if (withFrames) {
            byte[] json = JsonText.of(chunk.toMap()).getBytes(StandardCharsets.UTF_8);
            batch.frames().add(json, 0, json.length);
        }
        return ChunkPipe.of(batch);
    }

    /** In a stream tool calls have an index. */
    private static ChatMessage delta(ChatMessage message) {
        List<ToolCall> calls = new ArrayList<>();
        for (ToolCall call : message.toolCalls()) {
            calls.add(new ToolCall(calls.size(), call.id(), call.name(), call.arguments(), call.additionalFields()));
        }
        return new ChatMessage(
                message.role(),
                message.content(),
                message.parts(),
                message.name(),
                calls,
                message.toolCallId(),
                message.reasoning(),
                message.reasoningDetails(),
                message.audio(),
                message.refusal(),
                message.additionalFields());
    }
}
