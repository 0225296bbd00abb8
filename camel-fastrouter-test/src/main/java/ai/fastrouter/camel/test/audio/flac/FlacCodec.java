package ai.fastrouter.camel.test.audio.flac;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.CutException;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Joined;
import ai.fastrouter.camel.test.audio.tone.ToneEar;
import ai.fastrouter.camel.test.audio.tone.ToneSignal;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;

/**
 * FLAC (RFC 9639). The stream information at its start has the number of samples and their MD5, so the sound is made twice:
 * once to sum it, once to write it. Reads one channel of up to 16 bits, its own or another encoder's.
 */
public final class FlacCodec implements Codec {

    private static final String MARK = "fLaC";
    private static final int LAST_BLOCK = 0x80;
    private static final int STREAM_INFO_BYTES = 34;
    private static final long INFO_BITS = 15L << 36;

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        return new Joined(header(utterance), new FrameWriter(utterance));
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        FrameReader reader = new FrameReader(new BitReader(audio));
        ToneEar ear = new ToneEar(hearing::text);
        try {
            while (reader.next()) {
                hearing.lasts(reader.count(), reader.rate());
                if (reader.rate() == Utterance.RATE) {
                    for (int i = 0; i < reader.count(); i++) {
                        ear.hear((short) reader.sample(i));
                    }
                }
            }
        } catch (CutException e) {
            // what was whole up to here is heard; read the rest, so that the sender is not cut off
            audio.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static byte[] header(Utterance utterance) {
        // 20 bits of rate, 3 of channels minus one, 5 of sample bits minus one, 36 of samples
        long rateChannelsBitsTotal = (long) Utterance.RATE << 44 | INFO_BITS | utterance.samples();
        return ByteBuffer.allocate(MARK.length() + 4 + STREAM_INFO_BYTES)
                .put(MARK.getBytes(StandardCharsets.US_ASCII))
                .putInt(LAST_BLOCK << 24 | STREAM_INFO_BYTES)
                .putShort((short) FrameWriter.BLOCK)
                .putShort((short) FrameWriter.BLOCK)
                // smallest and largest frame, three bytes each: unknown
                .putShort((short) 0)
                .putInt(0)
                .putLong(rateChannelsBitsTotal)
                .put(md5(utterance))
                .array();
    }

    private static byte[] md5(Utterance utterance) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            ToneSignal signal = new ToneSignal(utterance);
            short[] samples = new short[FrameWriter.BLOCK];
            ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int count = signal.read(samples); count > 0; count = signal.read(samples)) {
                bytes.asShortBuffer().put(samples, 0, count);
                digest.update(bytes.array(), 0, count * Short.BYTES);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
