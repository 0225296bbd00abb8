package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/** Writes what an answer tells of itself into headers; of whole answers, and of streamed ones at their end. */
final class AnswerHeaders {

    private AnswerHeaders() {}

    /** All that is not part of the conversation. */
    static void write(Message message, ChatResponse response) {
        ReplyHeaders.ofAnswer(message, response.id(), response.model(), response.finishReason());
        ReplyHeaders.ofUsage(message, response.usage());
        ChatMessage answer = response.message();
        ReplyHeaders.set(message, FastRouterConstants.PROVIDER, response.provider());
        ReplyHeaders.set(
                message, FastRouterConstants.TOOL_CALLS, answer.toolCalls().isEmpty() ? null : answer.toolCalls());
        ReplyHeaders.set(message, FastRouterConstants.REASONING, answer.reasoning());
        ReplyHeaders.set(
                message,
                FastRouterConstants.TRANSCRIPT,
                answer.audio() == null ? null : answer.audio().transcript());
    }

    /**
     * Adds the answer to the conversation. Last of all, when nothing can fail any more: another attempt goes on from this header.
     *
     * @param conversation the turns before the answer; null when they are not to be kept
     */
    static void keep(Message message, ChatResponse response, List<ChatMessage> conversation) {
        if (conversation != null) {
            List<ChatMessage> turns = new ArrayList<>(conversation);
            turns.add(response.message().forReplay());
            message.setHeader(FastRouterConstants.MESSAGES, turns);
        }
    }
}
