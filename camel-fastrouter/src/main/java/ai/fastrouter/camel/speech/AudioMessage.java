package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.media.AudioHeaders;
import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.gateway.ResponseHead;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes audio into an exchange's message: the body, and the headers by which other components know what it is. */
final class AudioMessage {

    private AudioMessage() {}

    /**
     * @param head   the head of the response, or of the first if there were several
     * @param length in bytes; less than 1 when unknown
     */
    static void write(Exchange exchange, ResponseHead head, SpeechFormat format, Object body, long length) {
        Message message = exchange.getMessage();
        AudioType type = format.typeOf(head.mediaType());
        boolean told = AudioType.ofMediaType(head.mediaType()) != null;
        message.setBody(body);
        AudioHeaders.set(exchange, type, told ? head.header("content-type") : type.mediaType(), length);
        ReplyHeaders.ofHead(message, head);
        ReplyHeaders.ofUsage(message, null);
        ReplyHeaders.ofAnswer(message, null, null, null);
        // it spoke of the text
        message.removeHeader(FastRouterConstants.SPEECH_TEXT);
    }
}
