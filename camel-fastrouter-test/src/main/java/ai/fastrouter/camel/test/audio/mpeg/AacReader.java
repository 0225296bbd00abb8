package ai.fastrouter.camel.test.audio.mpeg;

import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.tone.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Reads ADTS frames, counts their time and puts the message together again; stops at what is no frame. */
final class AacReader {

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private final InputStream in;
    private final Hearing hearing;
    private Message message;

    AacReader(InputStream in, Hearing hearing) {
        this.in = in;
        this.hearing = hearing;
    }

    void read() throws IOException {
        byte[] head = in.readNBytes(AacFrame.HEADER);
        while (isHead(head)) {
            int length = (head[3] & 3) << 11 | (head[4] & 0xFF) << 3 | (head[5] & 0xFF) >> 5;
            byte[] frame = Arrays.copyOf(head, Math.max(length, AacFrame.HEADER));
            int body = frame.length - AacFrame.HEADER;
            if (in.readNBytes(frame, AacFrame.HEADER, body) < body) {
                break;
            }
            int blocks = (head[6] & 3) + 1;
            hearing.lasts((long) blocks * AacFrame.SAMPLES, RATES[head[2] >> 2 & 15]);
            take(frame);
            head = in.readNBytes(AacFrame.HEADER);
        }
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void take(byte[] frame) {
        if (!AacFrame.isOurs(frame)) {
            message = null;
            return;
        }
        if (AacFrame.isFirst(frame)) {
            message = new Message();
        }
        for (byte value : AacFrame.share(frame)) {
            Message.State state = message == null ? Message.State.BROKEN : message.add(value & 0xFF);
            if (state == Message.State.DONE) {
                hearing.text(message.text());
            }
            if (state != Message.State.OPEN) {
                message = null;
            }
        }
    }

    private static boolean isHead(byte[] head) {
        return head.length == AacFrame.HEADER
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xF6) == 0xF0
                && (head[2] >> 2 & 15) < RATES.length;
    }
}
