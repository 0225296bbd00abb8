package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn of a conversation, or what a chunk of a stream adds to one.
 *
 * @param role             {@code system}, {@code developer}, {@code user}, {@code assistant} or {@code tool}; null in most chunks
 * @param content          the text; null where there is none or where it comes in parts
 * @param parts            the content in parts; empty where it is one text. Never null
 * @param name             the participant's name; usually null
 * @param toolCalls        the functions the model wants called; never null
 * @param toolCallId       which call a {@code tool} turn answers; otherwise null
 * @param reasoning        the model's reasoning as text; null where there is none
 * @param reasoningDetails the reasoning as the provider wants it back with the next turn; never null
 * @param audio            a spoken answer; otherwise null
 * @param refusal          why the model does not answer; otherwise null
 * @param additionalFields what else the gateway told, by its own names; never null
 */
public record ChatMessage(
        String role,
        String content,
        List<ContentPart> parts,
        String name,
        List<ToolCall> toolCalls,
        String toolCallId,
        String reasoning,
        List<Object> reasoningDetails,
        ChatAudio audio,
        String refusal,
        Map<String, Object> additionalFields) {

    public ChatMessage {
        parts = Fields.orEmpty(parts);
        toolCalls = Fields.orEmpty(toolCalls);
        reasoningDetails = Fields.orEmpty(reasoningDetails);
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** Instructions for the model. */
    public static ChatMessage system(String text) {
        return of("system", text);
    }

    /** A turn of the user. */
    public static ChatMessage user(String text) {
        return of("user", text);
    }

    /** A turn of the user in parts; put text before images. */
    public static ChatMessage user(List<ContentPart> parts) {
        return new ChatMessage("user", null, parts, null, null, null, null, null, null, null, null);
    }

    /** An answer of the model, for example as a sample. */
    public static ChatMessage assistant(String text) {
        return of("assistant", text);
    }

    /** The result of a call the model asked for. */
    public static ChatMessage tool(String toolCallId, String result) {
        return new ChatMessage("tool", result, null, null, null, toolCallId, null, null, null, null, null);
    }

    /** A turn with a text. */
    public static ChatMessage of(String role, String text) {
        return new ChatMessage(role, text, null, null, null, null, null, null, null, null, null);
    }

    /** All text of the turn: the content, or the text parts joined; null where there is none. */
    public String text() {
        if (content != null || parts.isEmpty()) {
            return content;
        }
        StringBuilder joined = null;
        for (ContentPart part : parts) {
            String text = part.text();
            if (text != null) {
                joined = joined == null ? new StringBuilder() : joined;
                joined.append(text);
            }
        }
        return joined == null ? null : joined.toString();
    }

    /**
     * This answer as a turn of the next request: with its tool calls and reasoning details, which providers insist on (FastRouter),
     * a spoken one by its id only (OpenAI), and without what only an answer has.
     */
    public ChatMessage forReplay() {
        ChatAudio reference = audio == null || audio.id() == null ? null : new ChatAudio(audio.id(), null, null, null);
        String text = content == null && reference == null && audio != null ? audio.transcript() : content;
        List<ToolCall> calls = toolCalls.stream()
                .map(c -> new ToolCall(null, c.id(), c.name(), c.arguments(), c.additionalFields()))
                .toList();
        return new ChatMessage(
                role == null ? "assistant" : role,
                text,
                parts,
                name,
                calls,
                toolCallId,
                null,
                reasoningDetails,
                reference,
                refusal,
                null);
    }

    /** The turn as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "role", role);
        if (!parts.isEmpty()) {
            map.put("content", parts.stream().map(ContentPart::toMap).toList());
        } else if (content != null || role != null) {
            map.put("content", content);
        }
        Fields.put(map, "name", name);
        if (!toolCalls.isEmpty()) {
            map.put("tool_calls", toolCalls.stream().map(ToolCall::toMap).toList());
        }
        Fields.put(map, "tool_call_id", toolCallId);
        Fields.put(map, "reasoning", reasoning);
        Fields.put(map, "reasoning_details", reasoningDetails.isEmpty() ? null : reasoningDetails);
        Fields.put(map, "audio", audio == null ? null : audio.toMap());
        Fields.put(map, "refusal", refusal);
        map.putAll(additionalFields);
        return map;
    }

    /**
     * Reads what {@link #toMap()} writes.
     *
     * @throws IllegalArgumentException if a field has a type that no gateway uses
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatMessage fromMap(Map<String, Object> map) {
        return ChatMessageMap.read(map);
    }

    /** Without what is said. */
    @Override
    public String toString() {
        return "ChatMessage[" + role + (toolCalls.isEmpty() ? "" : ", " + toolCalls.size() + " tool calls") + "]";
    }
}
