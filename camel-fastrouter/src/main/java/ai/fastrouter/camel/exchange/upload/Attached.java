package ai.fastrouter.camel.exchange.upload;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * Something attached, or a body that is a data handler. The library of attachments is optional: without it there are none.
 *
 * @param source      the handler itself
 * @param name        null when it has none
 * @param contentType null when it has none
 * @param opener      opens it
 */
record Attached(Object source, String name, String contentType, Opener opener) {

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private static final boolean AVAILABLE = isAvailable();

    /** Null when the body is no data handler. */
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
            return body instanceof DataHandler handler
                    ? new Attached(handler, handler.getName(), handler.getContentType(), handler::getInputStream)
                    : null;
        }

        static Attached onlyOneOf(Exchange exchange) {
            AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
            Set<String> names = message == null || !message.hasAttachments() ? Set.of() : message.getAttachmentNames();
            return names.size() == 1 ? of(message.getAttachment(names.iterator().next())) : null;
        }
    }
}
