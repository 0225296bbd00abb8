package ai.fastrouter.camel.exchange.upload;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * Something attached, or a body that is a data handler or data source. The library of attachments is optional: without it there are none.
 *
 * @param source      the handler or source itself
 * @param name        null when it has none
 * @param contentType null when it has none
 * @param opener      opens it
 */
public record Attached(Object source, String name, String contentType, Opener opener) {

    /** Opens a new stream. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private static final boolean AVAILABLE = isAvailable();

    /** What the exchange brings: its body, or the only attachment where the body is empty; null when neither is such a thing. */
    public static Attached of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean none = body == null || body instanceof CharSequence text && text.isEmpty();
        return none ? onlyOneOf(exchange) : ofBody(body);
    }

    /**
     * The content, read once in the life of the exchange, which keeps it until it is done.
     *
     * @throws IOException also when it could not be read the first time
     */
    public AudioSpool spooled(Exchange exchange) throws FastRouterRequestException, IOException {
        return new StreamSpooling(exchange, 0).spooled(opener, source);
    }

    /** Whether a value is a data handler or data source. */
    public static boolean isOne(Object value) {
        return ofBody(value) != null;
    }

    /** Null when the body is no data handler or data source. */
    static Attached ofBody(Object body) {
        return AVAILABLE ? Library.of(body) : null;
    }

    /** The only attachment of the message; null when there is none, or more than one. */
    static Attached onlyOneOf(Exchange exchange) {
        return AVAILABLE ? Library.onlyOneOf(exchange) : null;
    }

    private static boolean isAvailable() {
        try {
            Class.forName("org.apache.camel.attachment.AttachmentMessage", false, Attached.class.getClassLoader());
            Class.forName("jakarta.activation.DataHandler", false, Attached.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** All that needs the library, so that the class is only loaded where that is there. */
    private static final class Library {

        static Attached of(Object body) {
            if (body instanceof DataHandler handler) {
                return new Attached(handler, handler.getName(), handler.getContentType(), handler::getInputStream);
            }
            return body instanceof DataSource source
                    ? new Attached(source, source.getName(), source.getContentType(), source::getInputStream)
                    : null;
        }

        static Attached onlyOneOf(Exchange exchange) {
            AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
            Set<String> names = message == null || !message.hasAttachments() ? Set.of() : message.getAttachmentNames();
            return names.size() == 1 ? of(message.getAttachment(names.iterator().next())) : null;
        }
    }
}
