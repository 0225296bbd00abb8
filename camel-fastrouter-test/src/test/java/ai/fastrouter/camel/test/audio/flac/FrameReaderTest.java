package ai.fastrouter.camel.test.audio.flac;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.audio.codec.BlockStream;
import ai.fastrouter.camel.test.audio.tone.ToneSignal;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the FLAC writer packed comes out sample by sample. */
class FrameReaderTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 1.7, 4})
    void next_ownFrames_giveTheSamplesBack(double speed) throws IOException {
        Utterance utterance = new Utterance("sample by sample", speed);
        ToneSignal signal = new ToneSignal(utterance);
        FrameReader reader = new FrameReader(new BitReader(new BlockStream(new FlacCodec().blocks(utterance))));
        long total = 0;
        while (reader.next()) {
            short[] expected = new short[reader.count()];
            assertThat(signal.read(expected)).isEqualTo(reader.count());
            for (int i = 0; i < expected.length; i++) {
                assertThat(reader.sample(i)).isEqualTo(expected[i]);
            }
            total += expected.length;
        }
        assertThat(total).isEqualTo(utterance.samples());
    }
}
