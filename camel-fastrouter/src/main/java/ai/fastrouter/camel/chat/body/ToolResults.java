package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.chat.request.Turns;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** While a conversation ends with calls of tools, the body is their results. */
final class ToolResults {

    private final List<ToolCall> calls;
    private final TextOf texts;

    /** @param conversation ends with calls */
    ToolResults(List<ChatMessage> conversation, TextOf texts) {
        this.calls = conversation.get(conversation.size() - 1).toolCalls();
        this.texts = texts;
    }

    static boolean awaitedBy(List<ChatMessage> conversation) {
        return !conversation.isEmpty()
                && !conversation.get(conversation.size() - 1).toolCalls().isEmpty();
    }

    /**
     * The turns that answer the calls: by call id (a Map), in the order of the calls (a list), or the only one (anything else).
     * Ready turns are taken as they are.
     */
    List<ChatMessage> read(Exchange exchange, Object body) throws IOException {
        if (body instanceof ChatMessage message) {
            return List.of(message);
        }
        if (body instanceof Map<?, ?> map && !map.containsKey("role")) {
            return byId(exchange, map);
        }
        if (body instanceof Map<?, ?> turn) {
            return Turns.messages(List.of(turn));
        }
        if (body instanceof Collection<?> items) {
            return inOrder(exchange, items);
        }
        if (calls.size() != 1) {
            throw wrongNumber("one result");
        }
        return List.of(calls.get(0).result(texts.of(exchange, body)));
    }

    private List<ChatMessage> byId(Exchange exchange, Map<?, ?> results) throws IOException {
        List<ChatMessage> turns = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            if (call.id() == null) {
                throw new IllegalArgumentException("The last answer called " + BodyReader.named(calls)
                        + ", but gave no call id: the body must be a list of results in the order of the calls");
            }
            if (!results.containsKey(call.id())) {
                throw new IllegalArgumentException("The last answer called " + BodyReader.named(calls)
                        + ": the body must hold a result for the call id " + call.id());
            }
            turns.add(call.result(texts.of(exchange, results.get(call.id()))));
        }
        if (results.size() != calls.size()) {
            throw wrongNumber(results.size() + " results");
        }
        return turns;
    }

    private List<ChatMessage> inOrder(Exchange exchange, Collection<?> items) throws IOException {
        if (items.stream().allMatch(ToolResults::isTurn)) {
            return Turns.messages(items);
        }
        if (items.size() != calls.size()) {
            throw wrongNumber(items.size() + " results");
        }
        List<ChatMessage> turns = new ArrayList<>(calls.size());
        int i = 0;
        for (Object item : items) {
            turns.add(calls.get(i++).result(texts.of(exchange, item)));
        }
        return turns;
    }

    private static boolean isTurn(Object item) {
        return item instanceof ChatMessage || item instanceof Map<?, ?> map && "tool".equals(map.get("role"));
    }

    private IllegalArgumentException wrongNumber(String given) {
        return new IllegalArgumentException(
                "The last answer called " + calls.size() + " tools, " + BodyReader.named(calls)
                        + ", but the body holds " + given
                        + ": it must be a Map of results by call id, a list of results in the order of the calls,"
                        + " or a list of ChatMessage.tool(id, result)");
    }
}
