package ai.fastrouter.camel.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@link ChatMessage} from a map, with the spellings of reasoning that occur. */
final class ChatMessageMap {

    private ChatMessageMap() {}

    static ChatMessage read(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        Object content = rest.remove("content");
        Fields.textOrList("content", content);
        Object calls = rest.remove("tool_calls");
        Object reasoning = rest.remove("reasoning");
        Object details = rest.remove("reasoning_details");
        Object audio = rest.remove("audio");
        return new ChatMessage(
                Fields.text(rest.remove("role")),
                Fields.text(content),
                content instanceof List<?> ? parts(content) : null,
                Fields.text(rest.remove("name")),
                calls instanceof List<?> ? calls(calls) : null,
                Fields.text(rest.remove("tool_call_id")),
                reasoning(reasoning),
                details instanceof List<?> list ? new ArrayList<>(list) : null,
                audio == null ? null : ChatAudio.fromMap(Fields.map(audio)),
                Fields.text(rest.remove("refusal")),
                rest);
    }

    private static List<ContentPart> parts(Object content) {
        List<ContentPart> parts = new ArrayList<>();
        for (Object item : (List<?>) content) {
            if (item instanceof ContentPart part) {
                parts.add(part);
            } else {
                parts.add(item instanceof String text ? ContentPart.text(text) : ContentPart.fromMap(Fields.map(item)));
            }
        }
        return parts;
    }

    private static List<ToolCall> calls(Object calls) {
        List<ToolCall> list = new ArrayList<>();
        for (Object item : (List<?>) calls) {
            list.add(item instanceof ToolCall call ? call : ToolCall.fromMap(Fields.map(item)));
        }
        return list;
    }

    /** A text, or an object with one. */
    private static String reasoning(Object value) {
        return value instanceof Map<?, ?> map ? Fields.text(map.get("text")) : Fields.text(value);
    }
}
