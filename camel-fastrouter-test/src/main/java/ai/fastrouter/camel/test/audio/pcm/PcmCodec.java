package ai.fastrouter.camel.test.audio.pcm;

import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.tone.ToneEar;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Samples and nothing else: 24 kHz, 16 bits, little-endian, one channel. Any bytes are valid PCM; most hold no text. */
public final class PcmCodec implements Codec {

    @Override
    public Iterator<byte[]> blocks(Utterance utterance) {
        return new SampleBlocks(utterance);
    }

    @Override
    public void listen(InputStream audio, Hearing hearing) throws IOException {
        long bytes = new SampleReader(audio).read(Long.MAX_VALUE, new ToneEar(hearing::text));
        hearing.lasts(bytes / Short.BYTES, Utterance.RATE);
    }
}
