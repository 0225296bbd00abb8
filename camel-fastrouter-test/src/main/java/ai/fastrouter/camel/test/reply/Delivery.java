package ai.fastrouter.camel.test.reply;

import java.time.Duration;
import java.util.function.Consumer;

/** How an answer travels: when, how fast, how far. Never changed once it is part of a reply. */
public final class Delivery implements Cloneable {

    /** What happens instead of, or at the cut of, an answer. */
    public enum Ending {
        /** The orderly end of the connection (FIN). */
        CLOSE,
        /** A reset (RST). */
        RESET
    }

    /** An answer that is sent at once and whole. */
    public static final Delivery PLAIN = new Delivery();

    /** Before the head is sent; {@code null} for what the gateway has as its latency. */
    public Duration delay;
    /** Between the head and the first byte of the body. */
    public Duration bodyDelay = Duration.ZERO;
    /** Between packets; {@code null} for what the gateway has. */
    public Duration packetDelay;
    /** How many bytes of the body are sent before the connection ends; -1 for all. */
    public long cutAfter = -1;
    /** How the connection ends at the cut, or at once when {@link #silent}. */
    public Ending ending = Ending.CLOSE;
    /** Whether nothing is answered at all. */
    public boolean silent;
    /** Whether the connection stays open without an answer, or after the whole body without its end. */
    public boolean hold;
    /** Whether the body is compressed. */
    public boolean gzip;
    /** Whether the length is kept back, so that the body goes chunked. */
    public boolean lengthUnknown;

    private Delivery() {}

    /** A copy with a change. */
    public Delivery with(Consumer<Delivery> change) {
        try {
            Delivery copy = (Delivery) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
