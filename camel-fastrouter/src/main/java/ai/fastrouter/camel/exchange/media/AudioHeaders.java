package ai.fastrouter.camel.exchange.media;

import java.io.Serializable;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.StringHelper;

/** The headers by which other components know that a body is audio, and what file to make of it. */
public final class AudioHeaders {

    /** Exchange property: the last {@link Named}. */
    private static final String NAMED = "CamelFastRouterNamedAudio";

    /** A name that was made here, which therefore nobody has chosen, and how many were made in this exchange. */
    private record Named(String name, int number) implements Serializable {}

    private AudioHeaders() {}

    /**
     * Tells of the audio that is the body now, and removes what spoke of the body before.
     *
     * @param contentType what is said of its type; may have parameters
     * @param length      in bytes; less than 1 when unknown
     */
    public static void set(Exchange exchange, AudioType type, String contentType, long length) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME, fileName(exchange, type));
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        if (length > 0) {
            message.setHeader(Exchange.CONTENT_LENGTH, length);
        } else {
            message.removeHeader(Exchange.CONTENT_LENGTH);
        }
        message.removeHeader(Exchange.CONTENT_ENCODING);
        message.removeHeader(Exchange.FILE_CONTENT_TYPE);
    }

    /**
     * A name that was chosen in the route is kept. One that came with the file that was consumed, gets the audio's extension.
     * Without any, it is made of the message's id, as Camel's file component does. Later audio of the same exchange gets another
     * name, so that it does not overwrite the first.
     */
    private static String fileName(Exchange exchange, AudioType type) {
        Message message = exchange.getMessage();
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        String consumed = message.getHeader(Exchange.FILE_NAME_CONSUMED, String.class);
        Named last = exchange.getProperty(NAMED, Named.class);
        boolean made = last != null && last.name().equals(name);
        if (name != null && !made && !name.equals(consumed)) {
            return name;
        }
        String stem = name != null && consumed != null
                ? FileUtil.stripExt(consumed, true)
                : StringHelper.sanitize(message.getMessageId());
        int number = last == null ? 1 : last.number() + 1;
        String next = stem + (number == 1 ? "" : "-" + number) + "." + type.extension();
        exchange.setProperty(NAMED, new Named(next, number));
        return next;
    }
}
