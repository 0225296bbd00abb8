package ai.fastrouter.camel.test.audio.mpeg;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Repeated;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * AAC: frames of silence, 43 ms and 173 bytes each, with the text spread evenly over all of them. So a cut
 * upload has lost a part of the text, as in the formats that can be heard.
 */
public final class AacCodec implements Codec {

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        byte[] message = utterance.message();
        long frames = (utterance.samples() + AacFrame.SAMPLES - 1) / AacFrame.SAMPLES;
        return new Repeated(frames, n -> {
            int from = (int) (n * message.length / frames);
            int to = (int) ((n + 1) * message.length / frames);
            return AacFrame.write(message, from, to);
        });
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        new AacReader(audio, hearing).read();
    }
}
