package ai.fastrouter.camel.exchange.upload;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.exchange.spool.Spool;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * Makes streams that can be read once into recordings that can be sent more than once. What was read is remembered until the
 * exchange is done: a redelivery brings the same stream again, which is used up by then. So is a failure, since what is left of
 * the stream is not the recording.
 */
final class StreamSpooling {

    /** Exchange property: the last {@link Spooled}. */
    private static final String SPOOLED = "CamelFastRouterSpooledUpload";

    private static final int BUFFER = 64 * 1024;

    /** Which stream was spooled, by identity, and to where, or why it could not be. */
    private record Spooled(Object owner, AudioSpool spool, Exception failure) {}

    private final Exchange exchange;
    private final long maxSize;

    StreamSpooling(Exchange exchange, long maxSize) {
        this.exchange = exchange;
        this.maxSize = maxSize;
    }

    /**
     * @param opener opens the stream, which is closed here; not used for what is known
     * @param owner  what the body is, by which it is recognised when it comes again
     */
    Recording ofStream(Attached.Opener opener, Object owner, String name, String contentType)
            throws FastRouterRequestException, IOException {
        return new Recording(
                name, contentType, inPlaceOf(owner, spooled(opener, owner)).segments(exchange));
    }

    /** The same, with the body of the message left as it is. */
    AudioSpool spooled(Attached.Opener opener, Object owner) throws FastRouterRequestException, IOException {
        AudioSpool known = known(owner);
        if (known != null) {
            return known;
        }
        return spool(owner, spool -> {
            try (InputStream stream = opener.open()) {
                byte[] buffer = new byte[BUFFER];
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    append(spool, buffer, 0, count);
                }
            }
        });
    }

    /** A stream cache of unknown length, or one that can't be copied. */
    Recording ofCache(StreamCache cache) throws FastRouterRequestException, IOException {
        AudioSpool known = known(cache);
        if (known == null) {
            known = spool(cache, spool -> cache.writeTo(new SpoolStream(spool)));
        }
        return new Recording(null, null, inPlaceOf(cache, known).segments(exchange));
    }

    /**
     * Null if it was not tried yet.
     *
     * @throws IOException the failure of the first try
     */
    private AudioSpool known(Object owner) throws FastRouterRequestException, IOException {
        Spooled last = exchange.getProperty(SPOOLED, Spooled.class);
        if (last == null || last.owner() != owner) {
            return null;
        }
        if (last.failure() instanceof FastRouterRequestException refused) {
            throw refused;
        }
        if (last.failure() != null) {
            throw new IOException(
                    "The recording can't be read a second time: the first time it broke off in the middle",
                    last.failure());
        }
        return last.spool();
    }

    private AudioSpool spool(Object owner, Filling filling) throws FastRouterRequestException, IOException {
        Spool spool = new Spool(SpoolSettings.of(exchange.getContext()), 0);
        try {
            filling.fill(spool);
            spool.complete();
        } catch (TooLargeException e) {
            spool.discard();
            FastRouterRequestException refused = Recordings.tooLarge("more bytes", maxSize);
            exchange.setProperty(SPOOLED, new Spooled(owner, null, refused));
            throw refused;
        } catch (IOException | RuntimeException e) {
            spool.discard();
            exchange.setProperty(SPOOLED, new Spooled(owner, null, e));
            throw e;
        }
        AudioSpool body = AudioSpool.of(List.of(spool), exchange);
        exchange.setProperty(SPOOLED, new Spooled(owner, body, null));
        return body;
    }

    /** What handles a failure later can still read the recording. */
    private AudioSpool inPlaceOf(Object owner, AudioSpool spool) {
        if (exchange.getMessage().getBody() == owner) {
            spool.reset();
            exchange.getMessage().setBody(spool);
        }
        return spool;
    }

    private void append(Spool spool, byte[] bytes, int offset, int count) throws IOException {
        spool.append(ByteBuffer.wrap(bytes, offset, count));
        if (maxSize > 0 && spool.length() > maxSize) {
            throw new TooLargeException();
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Spool spool) throws IOException;
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes into a spool. */
    private final class SpoolStream extends OutputStream {

        private final Spool spool;

        SpoolStream(Spool spool) {
            this.spool = spool;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            append(spool, bytes, offset, count);
        }
    }
}
