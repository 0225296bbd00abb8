package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Joined;
import ai.fastrouter.camel.test.audio.tone.ToneEar;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * WAV: RIFF chunks around the samples. Listens to files one after another, to chunks of any kind before and after the samples,
 * and to lengths left open (0 or 0xFFFFFFFF). Of other rates, widths and channel counts it tells the duration only.
 */
public final class WavCodec implements Codec {

    private static final int CHUNK_HEAD = 8;
    private static final int FORM_TYPE = 4;
    private static final long OPEN_LENGTH = 0xFFFFFFFFL;

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        return new Joined(WavHeader.of(utterance.samples() * Short.BYTES), new SampleBlocks(utterance));
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        SampleReader reader = new SampleReader(audio);
        ToneEar ear = new ToneEar(hearing::text);
        WavFormat format = null;
        for (byte[] head = audio.readNBytes(CHUNK_HEAD);
                head.length == CHUNK_HEAD;
                head = audio.readNBytes(CHUNK_HEAD)) {
            String id = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            long size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & OPEN_LENGTH;
            switch (id) {
                case "RIFF" -> audio.readNBytes(FORM_TYPE);
                case "fmt " -> format = format(audio, reader, size);
                case "data" -> samples(reader, size, format, ear, hearing);
                default -> reader.read(padded(size), null);
            }
        }
    }

    private static WavFormat format(InputStream audio, SampleReader reader, long size) throws IOException {
        byte[] chunk = audio.readNBytes((int) Math.min(WavFormat.BYTES, size));
        reader.read(padded(size) - chunk.length, null);
        return chunk.length == WavFormat.BYTES ? WavFormat.parse(chunk) : null;
    }

    private static void samples(SampleReader reader, long size, WavFormat format, ToneEar ear, Hearing hearing)
            throws IOException {
        boolean open = size == 0 || size == OPEN_LENGTH;
        boolean ours = format != null && format.isOurs();
        long bytes = reader.read(open ? Long.MAX_VALUE : size, ours ? ear : null);
        if (format != null && format.bytesPerSecond() > 0) {
            hearing.lasts(bytes, format.bytesPerSecond());
        }
        reader.read(padded(size) - size, null);
    }

    private static long padded(long size) {
        return size + (size & 1);
    }
}
