package ai.fastrouter.camel.test.audio.tone;

/**
 * The sound of an utterance, sample by sample: silence, the pilot tone (eight symbols long, it tells the symbol length), one
 * symbol of silence, two symbols for each byte of the {@link Message} (high half first), silence. For one thread.
 */
public final class ToneSignal {

    private static final int SILENCE = -1;
    private static final int PILOT_END = Utterance.LEAD_SYMBOLS + Utterance.PILOT_SYMBOLS;
    private static final int DATA_START = PILOT_END + Utterance.GAP_SYMBOLS;

    private final byte[] message;
    private final int symbolLength;
    private final int dataEnd;
    private final long total;
    private long position;
    private int symbol;
    private int offset;
    private int phase;
    private int tone = SILENCE;

    /** Starts at the first sample. */
    public ToneSignal(Utterance utterance) {
        this.message = utterance.message();
        this.symbolLength = utterance.symbolLength();
        this.dataEnd = DATA_START + 2 * message.length;
        this.total = utterance.samples();
    }

    /** Fills the target from its start and returns how many samples were left, 0 at the end. */
    public int read(short[] target) {
        int count = (int) Math.min(target.length, total - position);
        for (int i = 0; i < count; i++) {
            target[i] = next();
        }
        position += count;
        return count;
    }

    private short next() {
        if (offset == symbolLength) {
            offset = 0;
            tone = toneOf(++symbol);
            // the pilot begins at phase zero whatever the symbol length; the ear counts on that
            phase = symbol == Utterance.LEAD_SYMBOLS ? 0 : phase;
        }
        offset++;
        short sample = tone == SILENCE ? 0 : Tones.sample(tone, phase);
        phase = phase == Tones.PERIOD - 1 ? 0 : phase + 1;
        return sample;
    }

    private int toneOf(int index) {
        if (index < Utterance.LEAD_SYMBOLS || index >= dataEnd) {
            return SILENCE;
        }
        if (index < PILOT_END) {
            return Tones.PILOT;
        }
        if (index < DATA_START) {
            return SILENCE;
        }
        int half = index - DATA_START;
        int value = message[half / 2];
        return (half % 2 == 0 ? value >> 4 : value) & 0x0F;
    }
}
