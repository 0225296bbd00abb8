package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.chat.request.Draft;
import ai.fastrouter.camel.chat.request.Turns;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.upload.Attached;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatRequest;
import ai.fastrouter.camel.model.ChatStream;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.ToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads a message body as turns: text, whole requests, turns, results of tools, media. Thread-safe. */
public final class BodyReader {

    private final TextOf texts;

    /** @param texts makes text of bodies that are neither text nor media */
    public BodyReader(TextOf texts) {
        this.texts = texts;
    }

    /**
     * What the body says.
     *
     * @throws FastRouterRequestException if it says nothing, or is of a kind that can't be sent
     */
    public Draft read(Exchange exchange, OptionValues values) throws FastRouterRequestException {
        try {
            Object body = exchange.getMessage().getBody();
            Draft request = request(body);
            if (request != null) {
                return request;
            }
            List<ChatMessage> earlier = earlier(exchange, values);
            Draft draft = ToolResults.awaitedBy(earlier)
                    ? Draft.ofTurns(new ToolResults(earlier, texts).read(exchange, body))
                    : draft(exchange, body, values, !earlier.isEmpty());
            return earlier.isEmpty() ? draft : after(earlier, draft);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        } catch (IOException e) {
            throw new FastRouterRequestException(
                    "The body can't be read: " + e.getClass().getSimpleName(), ErrorDetails.ofCode("invalid_body"), e);
        }
    }

    private static Draft request(Object body) {
        if (body instanceof ChatRequest request) {
            return WholeRequest.of(request.messages(), request.fields());
        }
        return body instanceof Map<?, ?> map && map.containsKey("messages") ? WholeRequest.of(map) : null;
    }

    private Draft draft(Exchange exchange, Object body, OptionValues values, boolean goesOn)
            throws FastRouterRequestException, IOException {
        String userMessage = values.get(ChatOptions.USER_MESSAGE);
        Attached attached = Attached.of(exchange);
        if (attached != null) {
            Binary binary = Binary.ofAttached(exchange, attached);
            return binary(exchange, binary, binary.opener().open(), userMessage, goesOn);
        }
        if (body instanceof CharSequence text) {
            return text(text.toString(), userMessage, goesOn);
        }
        if (body == null) {
            return text("", userMessage, goesOn);
        }
        if (body instanceof ChatMessage || body instanceof Map<?, ?>) {
            return Draft.ofTurns(List.of(body instanceof Map<?, ?> map ? turn(map) : body));
        }
        if (body instanceof ContentPart part) {
            return Draft.ofTurns(List.of(ChatMessage.user(List.of(part))));
        }
        if (body instanceof Collection<?> items) {
            return items(items);
        }
        if (body instanceof ChatStream) {
            throw new IllegalArgumentException(
                    "The body is a streamed answer that was not read: read it first, or use stream=false for that call");
        }
        return binary(exchange, Binary.of(exchange, body), body, userMessage, goesOn);
    }

    /** @param body what text is read from, should it be text or no bytes at all */
    private Draft binary(Exchange exchange, Binary binary, Object body, String userMessage, boolean goesOn)
            throws IOException {
        String type = binary == null ? null : binary.mediaType(exchange);
        if (type == null) {
            return text(texts.of(exchange, body), userMessage, goesOn);
        }
        ContentPart media = ContentPart.of(binary.media(type));
        return Draft.ofTurns(List.of(ChatMessage.user(
                userMessage == null ? List.of(media) : List.of(ContentPart.text(userMessage), media))));
    }

    private static Draft text(String text, String userMessage, boolean goesOn) {
        Draft request = WholeRequest.ofJson(text);
        if (request != null) {
            return request;
        }
        if (!text.isBlank()) {
            return Draft.ofText(text);
        }
        if (userMessage != null) {
            return Draft.ofText(userMessage);
        }
        if (goesOn) {
            return Draft.ofTurns(List.of());
        }
        throw new IllegalArgumentException(
                "The body is empty: put the user's text into it, or set the option userMessage");
    }

    private static ChatMessage turn(Map<?, ?> map) {
        if (!map.containsKey("role")) {
            throw new IllegalArgumentException(
                    "A Map as body must hold messages (a whole request) or role (one turn); this one holds "
                            + map.keySet().stream().limit(5).toList());
        }
        return Turns.messages(List.of(map)).get(0);
    }

    private static Draft items(Collection<?> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("The body is an empty list: it must hold at least one turn");
        }
        if (items.stream().allMatch(ContentPart.class::isInstance)) {
            List<ContentPart> parts = new ArrayList<>();
            items.forEach(item -> parts.add((ContentPart) item));
            return Draft.ofTurns(List.of(ChatMessage.user(parts)));
        }
        return Draft.ofTurns(Turns.messages(items));
    }

    /** The turns of the conversation so far; empty unless it is to be kept and has begun. */
    private static List<ChatMessage> earlier(Exchange exchange, OptionValues values) {
        Object header = values.get(ChatOptions.CONVERSATION, false)
                ? exchange.getMessage().getHeader(FastRouterConstants.MESSAGES)
                : null;
        if (header == null) {
            return List.of();
        }
        if (header instanceof Collection<?> turns) {
            return Turns.messages(turns);
        }
        throw new IllegalArgumentException("Header " + FastRouterConstants.MESSAGES
                + " is not valid: it must be a List of ChatMessage, but it is a "
                + header.getClass().getName());
    }

    private static Draft after(List<ChatMessage> earlier, Draft draft) {
        if (draft.whole()) {
            return draft;
        }
        List<Object> turns = new ArrayList<>(earlier);
        if (draft.text() != null) {
            turns.add(ChatMessage.user(draft.text()));
        } else {
            turns.addAll(draft.turns());
        }
        ChatMessage last = earlier.get(earlier.size() - 1);
        if (turns.size() == earlier.size() && "assistant".equals(last.role())) {
            throw new IllegalArgumentException(
                    "The body is empty, and the conversation ends with an answer: put the user's next text into the body");
        }
        return Draft.ofTurns(turns);
    }

    private static FastRouterRequestException refused(String message) {
        return new FastRouterRequestException(message, ErrorDetails.ofCode("invalid_body"), null);
    }

    /** What tools were called for by the last answer; for messages. */
    static String named(List<ToolCall> calls) {
        return calls.stream().map(ToolCall::name).toList().toString();
    }
}
