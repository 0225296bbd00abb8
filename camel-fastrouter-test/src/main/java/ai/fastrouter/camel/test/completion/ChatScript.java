package ai.fastrouter.camel.test.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a completion says and how its stream is written. Never changed once it is part of a reply. */
public final class ChatScript implements Cloneable {

    /** A function call: its name and its arguments as JSON text. */
    public record Call(String name, String arguments) {}

    /** Sound that is spoken: the encoded bytes of the whole answer and their transcript. */
    public record Spoken(byte[] bytes, String transcript) {}

    /** The pieces of the text; {@code null} for no text at all. */
    public List<String> deltas;
    /** Raw payloads that replace everything else; {@code null} when there are none. */
    public List<String> payloads;
    /** Whether the answer is a stream whatever the request asks for. */
    public boolean alwaysStream;
    /** Function calls in order. */
    public List<Call> toolCalls = List.of();
    /** Reasoning text or {@code null}. */
    public String reasoning;
    /** How many reasoning tokens are counted; -1 to count the reasoning text. */
    public int reasoningTokens = -1;
    /** Spoken answer or {@code null}. */
    public Spoken spoken;
    /** The model that answered, {@code null} for the requested one. */
    public String model;
    /** The finish reason, {@code null} for the usual one. */
    public String finishReason;
    /** Whether usage is told, {@code null} for the usual rule. */
    public Boolean usage;
    /** JSON of an error event after the deltas, {@code null} for none. */
    public String errorEvent;
    /** Whether a finish chunk is sent. */
    public boolean finish = true;
    /** Whether {@code [DONE]} is sent. */
    public boolean done = true;
    /** Whether function calls are streamed whole. */
    public boolean wholeToolCalls;
    /** What ends a line. */
    public String lineEnding = "\n";
    /** Whether a payload is spread over several lines. */
    public boolean multiLineData;
    /** Whether a byte order mark comes first. */
    public boolean bom;
    /** Whether comments and other fields stand between events. */
    public boolean comments;
    /** Whether packets are parted inside a character. */
    public boolean splitUtf8;
    /** Whether packets are parted inside an event. */
    public boolean splitFrames;
    /** Whether the stream ends inside an event. */
    public boolean halfFrame;

    private ChatScript() {}

    /** A text that is cut into words when it is streamed; {@code null} for none. */
    public static ChatScript text(String text) {
        ChatScript script = new ChatScript();
        script.deltas = text == null ? null : Words.of(text);
        return script;
    }

    /** A stream of these pieces. */
    public static ChatScript deltas(List<String> deltas) {
        ChatScript script = new ChatScript();
        script.deltas = deltas;
        script.alwaysStream = true;
        return script;
    }

    /** A stream of these payloads. */
    public static ChatScript payloads(List<String> payloads) {
        ChatScript script = new ChatScript();
        script.payloads = payloads;
        script.alwaysStream = true;
        return script;
    }

    /** A copy with a change. */
    public ChatScript with(Consumer<ChatScript> change) {
        try {
            ChatScript copy = (ChatScript) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a function call. */
    public void addToolCall(String name, String arguments) {
        List<Call> more = new ArrayList<>(toolCalls);
        more.add(new Call(name, arguments));
        toolCalls = List.copyOf(more);
    }

    /** The whole text or {@code null}. */
    String text() {
        return deltas == null ? null : String.join("", deltas);
    }

    /** The finish reason that is told. */
    String reason() {
        return finishReason != null ? finishReason : toolCalls.isEmpty() ? "stop" : "tool_calls";
    }
}
