package ai.fastrouter.camel.test.audio.ogg;

import ai.fastrouter.camel.test.audio.codec.Hearing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Reads Ogg streams one after another. A stream's text counts as heard when its pages are all there, from the first to the one
 * marked as the last.
 */
final class OpusReader {

    /** More than a header packet of ours can have. */
    private static final int MAX_PACKET = 2 << 20;

    private final InputStream in;
    private final Hearing hearing;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private int packets;
    private int nextSequence;
    private boolean whole;
    private Optional<Integer> preSkip = Optional.empty();
    private Optional<String> text = Optional.empty();
    private long granule;

    OpusReader(InputStream in, Hearing hearing) {
        this.in = in;
        this.hearing = hearing;
    }

    void read() throws IOException {
        for (Optional<OggPage> page = OggPage.read(in); page.isPresent(); page = OggPage.read(in)) {
            take(page.get());
        }
        finish();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void take(OggPage page) {
        if (page.is(OggPage.FIRST)) {
            finish();
            begin();
        }
        whole &= page.sequence() == nextSequence++;
        if (packets < 2) {
            headers(page);
        } else if (page.granule() >= 0) {
            granule = page.granule();
        }
        if (page.is(OggPage.LAST) && whole) {
            text.ifPresent(hearing::text);
            whole = false;
        }
    }

    private void headers(OggPage page) {
        int at = 0;
        for (byte lace : page.lacing()) {
            int length = lace & 0xFF;
            if (packet.size() < MAX_PACKET) {
                packet.write(page.body(), at, length);
            }
            at += length;
            if (length < OggPage.SEGMENT) {
                header(packet.toByteArray());
                packet.reset();
            }
        }
    }

    private void header(byte[] content) {
        if (packets == 0) {
            preSkip = OpusHeaders.preSkip(content);
        } else if (packets == 1 && preSkip.isPresent()) {
            text = OpusHeaders.text(content);
        }
        packets++;
    }

    private void begin() {
        packet.reset();
        packets = 0;
        nextSequence = 0;
        whole = true;
        preSkip = Optional.empty();
        text = Optional.empty();
    }

    /** Adds the time of the stream that ends here, whole or not. */
    private void finish() {
        preSkip.filter(skip -> granule > skip).ifPresent(skip -> hearing.lasts(granule - skip, OpusCodec.RATE));
        granule = 0;
    }
}
