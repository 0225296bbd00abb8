package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/** Writes what an answer tells of itself into headers; of whole answers, and of streamed ones at their end. */
public final class AnswerHeaders {

    private AnswerHeaders() {}

    /** @param conversation the turns before the answer; null when they are not to be kept */
    public static void write(Message message, ChatResponse response, List<ChatMessage> conversation) {
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
        if (conversation != null) {
            List<ChatMessage> turns = new ArrayList<>(conversation);
            turns.add(answer.forReplay());
            message.setHeader(FastRouterConstants.MESSAGES, turns);
        }
    }
}
