package ai.fastrouter.camel.test.audio.mpeg;

import ai.fastrouter.camel.test.audio.codec.Hearing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/**
 * Reads tags and frames. A tag's text counts as heard when the frames up to the next tag, or to the end, are silent and last
 * exactly as long as the tag says: so a cut upload is not heard.
 */
final class Mp3Reader {

    /** A tag beyond this is not one of ours. */
    private static final int MAX_TAG = 2 << 20;

    private final PushbackInputStream in;
    private final Hearing hearing;
    private Id3Tag tag;
    private long micros;
    private boolean silent;

    Mp3Reader(InputStream in, Hearing hearing) {
        this.in = new PushbackInputStream(in, Id3Tag.HEAD);
        this.hearing = hearing;
    }

    void read() throws IOException {
        boolean more = true;
        while (more) {
            byte[] head = in.readNBytes(Id3Tag.HEAD);
            Optional<Mp3Header> header = Mp3Header.parse(head);
            if (Id3Tag.isHead(head)) {
                more = tag(Id3Tag.size(head));
            } else if (header.isPresent()) {
                in.unread(head);
                more = frame(header.get());
            } else {
                more = false;
                silent &= head.length == 0;
            }
        }
        finish();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private boolean tag(int size) throws IOException {
        finish();
        if (size > MAX_TAG) {
            return skip(size);
        }
        byte[] frames = in.readNBytes(size);
        tag = Id3Tag.parse(frames);
        silent = true;
        return frames.length == size;
    }

    private boolean frame(Mp3Header header) throws IOException {
        byte[] frame = in.readNBytes(header.bytes());
        if (frame.length < header.bytes()) {
            return false;
        }
        for (int i = Mp3Header.BYTES; i < frame.length; i++) {
            silent &= frame[i] == 0;
        }
        hearing.lasts(header.samples(), header.rate());
        micros += header.samples() * 1_000_000L / header.rate();
        return true;
    }

    private boolean skip(int size) throws IOException {
        byte[] buffer = new byte[8192];
        int left = size;
        while (left > 0) {
            int count = in.read(buffer, 0, Math.min(left, buffer.length));
            if (count < 0) {
                return false;
            }
            left -= count;
        }
        return true;
    }

    private void finish() {
        if (tag != null && silent && tag.millis().orElse(-1) * 1000 == micros) {
            tag.text().ifPresent(hearing::text);
        }
        tag = null;
        micros = 0;
    }
}
