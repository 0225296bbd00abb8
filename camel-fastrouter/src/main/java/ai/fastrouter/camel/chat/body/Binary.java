package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.exchange.upload.Attached;
import ai.fastrouter.camel.model.Media;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;

/**
 * A body of bytes, wherever they are; can be opened any number of times.
 *
 * @param isFile whether it is a file, whose name and content type then say more than the message's
 * @param name   a file name; may be null
 * @param type   what is said of its type where it lies; may be null
 * @param length in bytes, exact
 * @param opener opens it from its beginning
 */
record Binary(boolean isFile, String name, String type, long length, Media.Opener opener) {

    private static final int LOOKED_AT = 512;

    /** Null if the body is no bytes. A stream that can be read only once is put into Camel's stream cache, here and in the message. */
    static Binary of(Exchange exchange, Object body) throws IOException {
        if (body instanceof WrappedFile<?> wrapped) {
            return ofWrapped(exchange, wrapped);
        }
        if (body instanceof File file) {
            return ofFile(file.toPath());
        }
        if (body instanceof Path path) {
            return ofFile(path);
        }
        if (body instanceof byte[] bytes) {
            return ofBytes(bytes);
        }
        if (body instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return ofBytes(bytes);
        }
        return body instanceof InputStream stream ? ofStream(exchange, stream) : null;
    }

    /** Files of the file component, and remote ones, whose content may have been loaded already. */
    private static Binary ofWrapped(Exchange exchange, WrappedFile<?> wrapped) throws IOException {
        Object content = wrapped.getFile() instanceof File || wrapped.getFile() instanceof Path
                ? wrapped.getFile()
                : wrapped.getBody();
        Binary inner = content instanceof WrappedFile<?> ? null : of(exchange, content);
        return inner == null || inner.isFile
                ? inner
                : new Binary(true, fileName(exchange), null, inner.length, inner.opener);
    }

    private static Binary ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The body is a file that is not there or no regular file");
        }
        Path name = file.getFileName();
        return new Binary(
                true, name == null ? null : name.toString(), null, Files.size(file), () -> Files.newInputStream(file));
    }

    /** Something attached; it is told what it is by what is said of it there, before any header of the message. */
    static Binary ofAttached(Exchange exchange, Attached attached) throws FastRouterRequestException, IOException {
        AudioSpool spool = attached.spooled(exchange);
        return new Binary(true, attached.name(), attached.contentType(), spool.length(), () ->
                (InputStream) spool.copy(exchange));
    }

    private static Binary ofBytes(byte[] bytes) {
        return new Binary(false, null, null, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Binary ofStream(Exchange exchange, InputStream stream) throws IOException {
        StreamCache cache = stream instanceof StreamCache ready ? ready : cached(exchange, stream);
        if (cache.copy(exchange) instanceof InputStream first) {
            first.close();
            return new Binary(false, null, null, cache.length(), () -> (InputStream) cache.copy(exchange));
        }
        throw new IllegalArgumentException(
                "The body is a stream that can be read only once: put it into a stream cache or a file first");
    }

    private static StreamCache cached(Exchange exchange, InputStream stream) throws IOException {
        StreamCache cache = exchange.getContext().getTypeConverter().tryConvertTo(StreamCache.class, exchange, stream);
        if (cache == null) {
            throw new IOException("No stream cache for a " + stream.getClass().getName());
        }
        // another attempt finds the stream read to its end
        exchange.getMessage().setBody(cache);
        return cache;
    }

    /**
     * The media type if it can be part of a chat, null if it is text.
     *
     * @throws IllegalArgumentException if it is neither; the text names the type
     */
    String mediaType(Exchange exchange) throws IOException {
        String type = MediaTypes.declared(exchange, this);
        boolean calledText = MediaTypes.isText(type);
        if (type == null || calledText) {
            byte[] start = start();
            type = MediaTypes.ofFirstBytes(start);
            boolean text = calledText
                    ? MediaTypes.canBeText(start, type != null, ExchangeHelper.getCharsetName(exchange, false))
                    : type == null && MediaTypes.looksLikeText(start);
            if (text) {
                return null;
            }
        }
        if (type == null || !MediaTypes.isMedia(type)) {
            throw new IllegalArgumentException("A body with the content type "
                    + (type == null ? "application/octet-stream" : type)
                    + " can't be sent: it must be text, image, audio, video or application/pdf, told by the header Content-Type,"
                    + " by the file name or by its first bytes");
        }
        return type;
    }

    Media media(String type) {
        return new Media(type, name, length, true, opener);
    }

    static String fileName(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        return name != null ? name : exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
    }

    private byte[] start() throws IOException {
        try (InputStream in = opener.open()) {
            return in.readNBytes(LOOKED_AT);
        }
    }

    /** Without the name: it may tell what it shows. */
    @Override
    public String toString() {
        return "Binary[" + length + " bytes]";
    }
}
