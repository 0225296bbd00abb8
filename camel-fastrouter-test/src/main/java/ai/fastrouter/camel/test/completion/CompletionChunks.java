package ai.fastrouter.camel.test.completion;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Writes a completion as the payloads of a stream. */
final class CompletionChunks {

    /** 100 ms of 24 kHz, 16 bit sound. */
    private static final int AUDIO_BLOCK = 4800;

    private final ChatScript script;
    private final Identity identity;
    private final List<String> payloads = new ArrayList<>();
    private int deltas;

    private CompletionChunks(ChatScript script, Identity identity) {
        this.script = script;
        this.identity = identity;
    }

    /** The payloads in order, without {@code [DONE]}. */
    record Payloads(List<String> all, int lastDelta) {}

    static Payloads of(ChatScript script, RecordedRequest request, Identity identity) {
        if (script.payloads != null) {
            return new Payloads(script.payloads, script.payloads.size() - 1);
        }
        CompletionChunks chunks = new CompletionChunks(script, identity);
        chunks.deltas();
        if (script.errorEvent != null) {
            chunks.payloads.add(script.errorEvent);
        } else if (script.finish) {
            chunks.finish(request);
        }
        return new Payloads(chunks.payloads, chunks.deltas - 1);
    }

    private void deltas() {
        add(object().put("role", "assistant").put("content", ""), null);
        if (script.reasoning != null) {
            for (String word : Words.of(script.reasoning)) {
                ObjectNode delta = object().put("reasoning", word);
                delta.set("reasoning_details", CompletionJson.reasoningDetails(word));
                add(delta, null);
            }
        }
        if (script.spoken != null) {
            spoken(script.spoken);
        } else if (script.deltas != null) {
            for (String text : script.deltas) {
                add(object().put("content", text), null);
            }
        }
        if (!script.wholeToolCalls) {
            for (int i = 0; i < script.toolCalls.size(); i++) {
                toolCall(i, script.toolCalls.get(i));
            }
        }
        deltas = payloads.size();
    }

    private void spoken(ChatScript.Spoken spoken) {
        String id = "audio_" + Identity.hex();
        List<String> words = Words.of(spoken.transcript());
        int blocks = (spoken.bytes().length + AUDIO_BLOCK - 1) / AUDIO_BLOCK;
        for (int i = 0; i < Math.max(blocks, words.size()); i++) {
            ObjectNode delta = object();
            ObjectNode audio = delta.putObject("audio").put("id", id);
            if (i < words.size()) {
                audio.put("transcript", words.get(i));
            }
            if (i < blocks) {
                int end = Math.min(spoken.bytes().length, (i + 1) * AUDIO_BLOCK);
                byte[] block = Arrays.copyOfRange(spoken.bytes(), i * AUDIO_BLOCK, end);
                audio.put("data", Base64.getEncoder().encodeToString(block));
            }
            add(delta, null);
        }
    }

    /** First id and name, then the arguments in two fragments. */
    private void toolCall(int index, ChatScript.Call call) {
        ObjectNode head = object();
        CompletionJson.toolCall(
                head.putArray("tool_calls").addObject().put("index", index),
                index,
                new ChatScript.Call(call.name(), call.arguments()));
        ((ObjectNode) head.at("/tool_calls/0/function")).put("arguments", "");
        add(head, null);
        int middle = call.arguments().length() / 2;
        for (String piece :
                List.of(call.arguments().substring(0, middle), call.arguments().substring(middle))) {
            ObjectNode delta = object();
            delta.putArray("tool_calls")
                    .addObject()
                    .put("index", index)
                    .putObject("function")
                    .put("arguments", piece);
            add(delta, null);
        }
    }

    private void finish(RecordedRequest request) {
        ObjectNode delta = object();
        if (script.wholeToolCalls) {
            for (int i = 0; i < script.toolCalls.size(); i++) {
                CompletionJson.toolCall(
                        delta.withArray("tool_calls").addObject().put("index", i), i, script.toolCalls.get(i));
            }
        }
        add(delta, script.reason());
        boolean asked = request.json().at("/stream_options/include_usage").asBoolean(false);
        if (script.usage == null ? asked : script.usage) {
            ObjectNode last = identity.head("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", Usage.of(script, request, identity.id(), identity.provider()));
            payloads.add(last.toString());
        }
    }

    private void add(ObjectNode delta, String finishReason) {
        ObjectNode chunk = identity.head("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        payloads.add(chunk.toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
