package ai.fastrouter.camel.test.audio.tone;

import java.util.function.Consumer;

/**
 * Hears the utterances in a signal of 24 kHz, one after another, and hands on each complete text. Takes any signal: what is
 * no utterance is passed over, and a broken utterance ends at the next silence. For one thread.
 */
public final class ToneEar {

    private enum State {
        SILENCE,
        PILOT,
        DATA
    }

    /** So many quiet samples end the pilot; inside it there is never more than one between loud ones. */
    private static final int QUIET_RUN = 8;

    private static final int SHORTEST = 60;
    private static final int LONGEST = 960;

    private final Consumer<String> texts;
    private final short[] window = new short[Tones.PERIOD];
    private State state = State.SILENCE;
    private long position;
    private long firstLoud;
    private long lastLoud;
    private int symbolLength;
    private int offset;
    private int high;
    private Message message;

    /** Hands complete texts to the consumer while it hears. */
    public ToneEar(Consumer<String> texts) {
        this.texts = texts;
    }

    /** Takes the next sample. */
    public void hear(short sample) {
        switch (state) {
            case SILENCE -> awaitPilot(sample);
            case PILOT -> measurePilot(sample);
            case DATA -> collect(sample);
            default -> throw new IllegalStateException(state.name());
        }
        position++;
    }

    private void awaitPilot(short sample) {
        if (isLoud(sample)) {
            firstLoud = position;
            lastLoud = position;
            state = State.PILOT;
        }
    }

    private void measurePilot(short sample) {
        if (isLoud(sample)) {
            lastLoud = position;
        } else if (position - lastLoud >= QUIET_RUN) {
            // the pilot's very first sample is zero and its very last one loud
            long pilot = lastLoud - firstLoud + 2;
            long length = pilot / Utterance.PILOT_SYMBOLS;
            boolean sound = pilot % Utterance.PILOT_SYMBOLS == 0 && length >= SHORTEST && length <= LONGEST;
            state = sound ? State.DATA : State.SILENCE;
            if (sound) {
                symbolLength = (int) length;
                // still inside the gap: counts up to zero, where the first symbol starts
                offset = QUIET_RUN - symbolLength;
                high = -1;
                message = new Message();
            }
        }
    }

    private void collect(short sample) {
        int margin = (symbolLength - Tones.PERIOD) / 2;
        int index = offset - margin;
        if (index >= 0 && index < Tones.PERIOD) {
            window[index] = sample;
            if (index == Tones.PERIOD - 1) {
                take(Tones.detect(window));
            }
        }
        offset = offset + 1 == symbolLength ? 0 : offset + 1;
    }

    private void take(int half) {
        if (half < 0) {
            state = State.SILENCE;
        } else if (high < 0) {
            high = half;
        } else {
            Message.State progress = message.add(high << 4 | half);
            high = -1;
            if (progress == Message.State.DONE) {
                texts.accept(message.text());
            }
            if (progress != Message.State.OPEN) {
                state = State.SILENCE;
                message = null;
            }
        }
    }

    private static boolean isLoud(short sample) {
        return sample >= Tones.LOUD || sample <= -Tones.LOUD;
    }
}
