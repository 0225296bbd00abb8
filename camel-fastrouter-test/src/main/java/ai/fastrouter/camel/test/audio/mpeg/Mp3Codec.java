package ai.fastrouter.camel.test.audio.mpeg;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Joined;
import ai.fastrouter.camel.test.audio.codec.Repeated;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** MP3: an {@link Id3Tag} that holds the text and then frames of silence, 24 ms and 192 bytes each, 64 kbit/s. */
public final class Mp3Codec implements Codec {

    /** MPEG-2 Layer III without checksum, 64 kbit/s, 24 kHz, one channel, original. The rest of the frame is zero: silence. */
    private static final byte[] HEADER = {(byte) 0xFF, (byte) 0xF3, (byte) 0x84, (byte) 0xC4};

    private static final int FRAME_BYTES = 192;
    private static final int FRAME_SAMPLES = 576;
    private static final int FRAME_MILLIS = 24;

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        long frames = (utterance.samples() + FRAME_SAMPLES - 1) / FRAME_SAMPLES;
        byte[] frame = new byte[FRAME_BYTES];
        System.arraycopy(HEADER, 0, frame, 0, HEADER.length);
        return new Joined(Id3Tag.write(utterance.text(), frames * FRAME_MILLIS), new Repeated(frames, n -> frame));
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        new Mp3Reader(audio, hearing).read();
    }
}
