package ai.fastrouter.camel.exchange.upload;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.gateway.RequestBody;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * Finds the recording in a message: a file in any form, bytes, a stream, a stream cache, an attachment. What can be read only once
 * is spooled first, on the caller's thread, so that its length is known and it can be sent again.
 */
public final class Recordings {

    private final Exchange exchange;
    private final long maxSize;

    private Recordings(Exchange exchange, long maxSize) {
        this.exchange = exchange;
        this.maxSize = maxSize;
    }

    /**
     * The recording in the exchange's message.
     *
     * @param maxSize the most bytes it may have; 0 for any number
     * @throws FastRouterRequestException if there is none, if it is larger, or if the body is of a type that holds none
     */
    public static Recording of(Exchange exchange, long maxSize) throws FastRouterRequestException, IOException {
        Recordings recordings = new Recordings(exchange, maxSize);
        Object body = exchange.getMessage().getBody();
        boolean none = body == null || body instanceof CharSequence text && text.isEmpty();
        Recording recording = none ? recordings.ofAttachment() : recordings.of(body);
        long length = recording.length();
        if (length == 0) {
            throw refused("empty_recording", "The recording is empty: it has no bytes");
        }
        if (maxSize > 0 && length > maxSize) {
            throw tooLarge(length + " bytes", maxSize);
        }
        return recording;
    }

    private Recording of(Object body) throws FastRouterRequestException, IOException {
        if (body instanceof AudioSpool spool) {
            return new Recording(null, null, spool.segments(exchange));
        }
        if (body instanceof StreamCache cache) {
            return ofCache(cache);
        }
        if (body instanceof WrappedFile<?> wrapped) {
            return ofWrapped(wrapped);
        }
        if (body instanceof File file) {
            return ofPath(file.toPath());
        }
        if (body instanceof Path path) {
            return ofPath(path);
        }
        if (body instanceof byte[] bytes) {
            return ofBytes(ByteBuffer.wrap(bytes));
        }
        if (body instanceof ByteBuffer bytes) {
            return ofBytes(bytes.slice());
        }
        if (body instanceof InputStream stream) {
            return ofStream(() -> stream, body, null, null);
        }
        return ofOther(body);
    }

    private static Recording ofBytes(ByteBuffer bytes) {
        return new Recording(null, null, List.of(new RequestBody.Bytes(bytes)));
    }

    private static Recording ofPath(Path path) throws FastRouterRequestException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw refused(
                    "unreadable_recording", "The file " + path.getFileName() + " does not exist or can't be read");
        }
        try {
            long length = Files.size(path);
            return new Recording(path.getFileName().toString(), null, List.of(new RequestBody.FilePart(path, length)));
        } catch (IOException e) {
            throw refused("unreadable_recording", "The length of " + path.getFileName() + " can't be read");
        }
    }

    /** Of a file on another machine, the component that fetched it holds the content. */
    private Recording ofWrapped(WrappedFile<?> wrapped) throws FastRouterRequestException, IOException {
        if (wrapped.getFile() instanceof File file) {
            return ofPath(file.toPath());
        }
        Object content = wrapped.getBody();
        if (content == null || content instanceof WrappedFile || content instanceof CharSequence) {
            return ofOther(wrapped);
        }
        return of(content);
    }

    /** A copy reads on its own from the beginning. It is taken here, where the exchange surely is not done. */
    private Recording ofCache(StreamCache cache) throws FastRouterRequestException, IOException {
        if (cache.length() > 0 && cache instanceof InputStream) {
            StreamCache copy = cache.copy(exchange);
            if (copy instanceof InputStream stream) {
                RequestBody.Opener opener = () -> {
                    copy.reset();
                    return stream;
                };
                return new Recording(null, null, List.of(new RequestBody.Source(opener, cache.length())));
            }
        }
        return new StreamSpooling(exchange, maxSize).ofCache(cache);
    }

    private Recording ofStream(Attached.Opener opener, Object owner, String name, String contentType)
            throws FastRouterRequestException, IOException {
        return new StreamSpooling(exchange, maxSize).ofStream(opener, owner, name, contentType);
    }

    private Recording ofOther(Object body) throws FastRouterRequestException, IOException {
        Attached attached = Attached.ofBody(body);
        if (attached != null) {
            return ofStream(attached.opener(), body, attached.name(), attached.contentType());
        }
        // a text is not taken for a path: what a message says must not choose a file
        InputStream stream = body instanceof CharSequence
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
        if (stream == null) {
            throw refused(
                    "no_recording",
                    "The body is no recording but a " + body.getClass().getSimpleName()
                            + ": it must be a File, Path, WrappedFile, byte[], InputStream or attachment");
        }
        return ofStream(() -> stream, body, null, null);
    }

    private Recording ofAttachment() throws FastRouterRequestException, IOException {
        Attached attached = Attached.onlyOneOf(exchange);
        if (attached == null) {
            throw refused(
                    "no_recording", "There is no recording: the body is empty, and there is no single attachment");
        }
        return ofStream(attached.opener(), attached.source(), attached.name(), attached.contentType());
    }

    static FastRouterRequestException tooLarge(String length, long maxSize) {
        return refused(
                "upload_too_large", "The recording has " + length + ", more than maxUploadSize=" + maxSize + " bytes");
    }

    private static FastRouterRequestException refused(String code, String message) {
        return new FastRouterRequestException(message, ErrorDetails.ofCode(code), null);
    }
}
