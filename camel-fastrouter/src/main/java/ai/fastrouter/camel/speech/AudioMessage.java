package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.gateway.ResponseHead;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.StringHelper;

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
        message.setHeader(Exchange.CONTENT_TYPE, told ? head.header("content-type") : type.mediaType());
        ReplyHeaders.set(message, Exchange.CONTENT_LENGTH, length > 0 ? length : null);
        message.setHeader(Exchange.FILE_NAME, fileName(message, type));
        ReplyHeaders.ofHead(message, head);
        ReplyHeaders.ofUsage(message, null);
        ReplyHeaders.ofAnswer(message, null, null, null);
        // these spoke of the text
        message.removeHeader(Exchange.CONTENT_ENCODING);
        message.removeHeader(FastRouterConstants.SPEECH_TEXT);
    }

    /**
     * A name that was chosen in the route is kept. One that came with the file in which the text was, gets the audio's extension.
     * Without any, it is made of the message's id, as Camel's file component does.
     */
    private static String fileName(Message message, AudioType type) {
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        if (name == null) {
            return StringHelper.sanitize(message.getMessageId()) + "." + type.extension();
        }
        String consumed = message.getHeader(Exchange.FILE_NAME_CONSUMED, String.class);
        return name.equals(consumed) ? FileUtil.stripExt(name, true) + "." + type.extension() : name;
    }
}
