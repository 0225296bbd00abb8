package ai.fastrouter.camel.test.audio.ogg;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Joined;
import ai.fastrouter.camel.test.audio.codec.Repeated;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.CRC32;

/** Opus in Ogg (RFC 7845): the text in a comment, then silence in packets of 20 ms and 80 bytes, a second to a page. */
public final class OpusCodec implements Codec {

    /** Opus counts time in samples of 48 kHz, whatever went in. */
    static final int RATE = 48_000;

    private static final int PACKET_SAMPLES = 960;
    private static final int PACKETS_PER_PAGE = 50;
    private static final byte[] SILENCE = silence();

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        OggPages pages = new OggPages(serial(utterance));
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        headers.writeBytes(pages.header(OpusHeaders.head(), OggPage.FIRST));
        headers.writeBytes(pages.header(OpusHeaders.tags(utterance.text()), 0));
        long end = OpusHeaders.PRE_SKIP + utterance.samples() * (RATE / Utterance.RATE);
        long packets = (end + PACKET_SAMPLES - 1) / PACKET_SAMPLES;
        long pageCount = (packets + PACKETS_PER_PAGE - 1) / PACKETS_PER_PAGE;
        return new Joined(headers.toByteArray(), new Repeated(pageCount, n -> {
            long before = n * PACKETS_PER_PAGE;
            int count = (int) Math.min(PACKETS_PER_PAGE, packets - before);
            // on the last page the position may lie before the packets' end: the decoder drops what is over
            long granule = Math.min(end, (before + count) * PACKET_SAMPLES);
            return pages.repeated(SILENCE, count, granule, n == pageCount - 1);
        }));
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        new OpusReader(audio, hearing).read();
    }

    /** From the text, so that the same text gives the same bytes. */
    private static int serial(Utterance utterance) {
        CRC32 crc = new CRC32();
        crc.update(utterance.message());
        return (int) crc.getValue();
    }

    private static byte[] silence() {
        byte[] packet = new byte[80];
        // full band, 20 ms, one channel, and a count of frames follows
        packet[0] = (byte) (31 << 3 | 3);
        // one frame, with padding
        packet[1] = 0x41;
        packet[2] = (byte) (packet.length - 5);
        // a frame that says it is silent; the padding behind it is zero
        packet[3] = (byte) 0xFF;
        packet[4] = (byte) 0xFE;
        return packet;
    }
}
