package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.model.ChatMessage;
import java.util.List;

/**
 * A request that is ready to be sent, and what to do with its answer.
 *
 * @param body         what is sent
 * @param model        the model asked for; null when the gateway is to choose
 * @param stream       whether the answer is asked for as a stream
 * @param audioFormat  the format in which a spoken answer is asked for; null when none is
 * @param values       the options of this message
 * @param conversation the turns that are sent; null unless the conversation is to be kept
 */
public record Prepared(
        RequestBody body,
        String model,
        boolean stream,
        String audioFormat,
        OptionValues values,
        List<ChatMessage> conversation) {

    /** Whether the body is to become an object of {@code outputClass}. */
    public boolean ofClass() {
        return !values.has(ChatOptions.OUTPUT) && AnswerFormat.isOfClass(values);
    }

    /** Without what is said. */
    @Override
    public String toString() {
        return "Prepared[" + model + ", stream=" + stream + "]";
    }
}
