package ai.fastrouter.camel.chat.merge;

import ai.fastrouter.camel.model.ChatAudio;
import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.ContentPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One choice of a streamed answer, put together. Audio data is not kept: it is large, and was handed on. */
final class MergedChoice {

    private final int index;
    private final MergedCalls calls = new MergedCalls();
    private String role;
    private StringBuilder content;
    private List<ContentPart> parts;
    private StringBuilder reasoning;
    private List<Object> reasoningDetails;
    private StringBuilder refusal;
    private String audioId;
    private Long audioExpires;
    private StringBuilder transcript;
    private String finishReason;
    private Map<String, Object> deltaFields;
    private Map<String, Object> choiceFields;

    MergedChoice(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }

    /** Null while there is none. */
    String text() {
        return content == null ? null : content.toString();
    }

    void add(ChatChunk.Choice piece) {
        ChatMessage delta = piece.delta();
        role = role == null ? delta.role() : role;
        content = appended(content, delta.content());
        reasoning = appended(reasoning, delta.reasoning());
        refusal = appended(refusal, delta.refusal());
        if (!delta.parts().isEmpty()) {
            parts = parts == null ? new ArrayList<>() : parts;
            parts.addAll(delta.parts());
        }
        calls.add(delta.toolCalls());
        if (!delta.reasoningDetails().isEmpty()) {
            reasoningDetails = MergedDetails.added(reasoningDetails, delta.reasoningDetails());
        }
        if (delta.audio() != null) {
            audio(delta.audio());
        }
        finishReason = piece.finishReason() == null ? finishReason : piece.finishReason();
        deltaFields = all(deltaFields, delta.additionalFields());
        choiceFields = all(choiceFields, piece.additionalFields());
    }

    private void audio(ChatAudio piece) {
        audioId = piece.id() == null ? audioId : piece.id();
        audioExpires = piece.expiresAt() == null ? audioExpires : piece.expiresAt();
        transcript = appended(transcript == null ? new StringBuilder() : transcript, piece.transcript());
    }

    ChatResponse.Choice whole() {
        ChatAudio audio = transcript == null
                ? null
                : new ChatAudio(audioId, null, transcript.isEmpty() ? null : transcript.toString(), audioExpires);
        ChatMessage message = new ChatMessage(
                role == null ? "assistant" : role,
                text(),
                parts,
                null,
                calls.whole(),
                null,
                reasoning == null ? null : reasoning.toString(),
                reasoningDetails,
                audio,
                refusal == null ? null : refusal.toString(),
                deltaFields);
        return new ChatResponse.Choice(index, message, finishReason, choiceFields);
    }

    private static StringBuilder appended(StringBuilder before, String text) {
        if (text == null || text.isEmpty()) {
            return before;
        }
        return (before == null ? new StringBuilder() : before).append(text);
    }

    private static Map<String, Object> all(Map<String, Object> before, Map<String, Object> more) {
        if (more.isEmpty()) {
            return before;
        }
        Map<String, Object> all = before == null ? new LinkedHashMap<>() : before;
        // lists grow, as images and annotations do; of anything else the last is right
        more.forEach((name, value) -> all.merge(name, value, MergedChoice::joined));
        return all;
    }

    private static Object joined(Object before, Object more) {
        if (!(before instanceof List<?> first) || !(more instanceof List<?> second)) {
            return more;
        }
        List<Object> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
