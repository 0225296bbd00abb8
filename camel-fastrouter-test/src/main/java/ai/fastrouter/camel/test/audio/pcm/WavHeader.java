package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The 44 bytes before the samples of a plain WAV file. */
public final class WavHeader {

    /** How long the header is. */
    public static final int BYTES = 44;

    private static final long MAX_SIZE = 0xFFFFFFFFL;
    private static final int PCM = 1;
    private static final int FORMAT_BYTES = 16;
    private static final int RIFF_BEFORE_DATA = BYTES - 8;

    private WavHeader() {}

    /**
     * For 24 kHz, 16 bits, one channel.
     *
     * @param dataBytes bytes that follow; what does not fit into 32 bits is written as 0xFFFFFFFF, "up to the end"
     */
    public static byte[] of(long dataBytes) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) Math.min(MAX_SIZE, dataBytes + RIFF_BEFORE_DATA))
                .put(ascii("WAVEfmt "))
                .putInt(FORMAT_BYTES)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(Utterance.RATE)
                .putInt(Utterance.RATE * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE)
                .put(ascii("data"))
                .putInt((int) Math.min(MAX_SIZE, dataBytes))
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
