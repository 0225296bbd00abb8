package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the "fmt " chunk of a WAV file says. */
record WavFormat(int code, int channels, int rate, int bytesPerSecond, int bits) {

    /** The part of the chunk that all variants have. */
    static final int BYTES = 16;

    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    static WavFormat parse(byte[] chunk) {
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int code = buffer.getShort() & 0xFFFF;
        int channels = buffer.getShort() & 0xFFFF;
        int rate = buffer.getInt();
        int bytesPerSecond = buffer.getInt();
        return new WavFormat(code, channels, rate, bytesPerSecond, buffer.getShort(14));
    }

    /** Whether the ear understands such samples. */
    boolean isOurs() {
        return (code == PCM || code == EXTENSIBLE) && channels == 1 && rate == Utterance.RATE && bits == Short.SIZE;
    }
}
