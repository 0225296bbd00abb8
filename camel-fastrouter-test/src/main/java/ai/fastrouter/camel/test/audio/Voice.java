package ai.fastrouter.camel.test.audio;

import ai.fastrouter.camel.test.audio.codec.BlockStream;
import ai.fastrouter.camel.test.audio.codec.Codec;
import ai.fastrouter.camel.test.audio.codec.Hearing;
import ai.fastrouter.camel.test.audio.codec.Pieces;
import ai.fastrouter.camel.test.audio.flac.FlacCodec;
import ai.fastrouter.camel.test.audio.mpeg.AacCodec;
import ai.fastrouter.camel.test.audio.mpeg.Mp3Codec;
import ai.fastrouter.camel.test.audio.ogg.OpusCodec;
import ai.fastrouter.camel.test.audio.pcm.PcmCodec;
import ai.fastrouter.camel.test.audio.pcm.WavCodec;
import ai.fastrouter.camel.test.audio.tone.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Speaks a text as real audio and hears it again. The same text, format and speed always give the same bytes. The audio is
 * made while it is read: memory is a few kilobytes plus the text, whatever the length. All methods may be called from any thread.
 *
 * <p>Speeds are 0.25 to 4, 1 is normal: 20 ms for a byte of UTF-8 and 0.45 s around them. A text has 1 byte to 1 MiB in UTF-8.
 * Anything else is an {@link IllegalArgumentException}.
 */
public final class Voice {

    private static final Map<AudioFormat, Codec> CODECS = Map.of(
            AudioFormat.MP3, new Mp3Codec(),
            AudioFormat.OPUS, new OpusCodec(),
            AudioFormat.AAC, new AacCodec(),
            AudioFormat.FLAC, new FlacCodec(),
            AudioFormat.WAV, new WavCodec(),
            AudioFormat.PCM, new PcmCodec());

    private Voice() {}

    /** Writes the audio to the stream and leaves it open. */
    public static void speak(String text, AudioFormat format, double speed, OutputStream out) throws IOException {
        Iterator<byte[]> blocks = blocks(text, format, speed);
        while (blocks.hasNext()) {
            out.write(blocks.next());
        }
    }

    /** The audio as a stream, for whoever wants to pull it. Closing it is not needed. */
    public static InputStream open(String text, AudioFormat format, double speed) {
        return new BlockStream(blocks(text, format, speed));
    }

    /**
     * The audio in pieces of equal size, only the last one may be shorter; each {@code iterator()} starts again.
     *
     * @param pieceBytes at least 1
     */
    public static Iterable<byte[]> speakInPieces(String text, AudioFormat format, double speed, int pieceBytes) {
        if (pieceBytes < 1) {
            throw new IllegalArgumentException("pieceBytes is " + pieceBytes + ", must be at least 1");
        }
        // said now and not when the server is already answering
        Objects.requireNonNull(format);
        new Utterance(text, speed);
        return () -> new Pieces(open(text, format, speed), pieceBytes);
    }

    /**
     * The text that was spoken, for audio made here, in any format; several utterances one after another are joined with one
     * space. What is cut or broken is left out; empty for anything else. Reads to the end and leaves the stream open.
     *
     * @throws IOException only what the stream itself throws
     */
    public static Optional<String> hear(InputStream audio) throws IOException {
        return listen(audio).text();
    }

    /** How long the audio lasts. For the rest see {@link #hear}. */
    public static Duration duration(InputStream audio) throws IOException {
        return listen(audio).duration();
    }

    /** How long this text lasts when spoken; formats made of frames round up to the next whole frame. */
    public static Duration duration(String text, double speed) {
        return new Utterance(text, speed).duration();
    }

    /** Text, duration and format in one reading. For the rest see {@link #hear}. */
    public static Heard listen(InputStream audio) throws IOException {
        byte[] start = audio.readNBytes(AudioFormat.DETECT_BYTES);
        AudioFormat format = AudioFormat.detect(start).orElse(AudioFormat.PCM);
        PushbackInputStream whole = new PushbackInputStream(audio, AudioFormat.DETECT_BYTES);
        whole.unread(start);
        Hearing hearing = new Hearing();
        CODECS.get(format).listen(whole, hearing);
        return new Heard(format, hearing.text(), hearing.duration());
    }

    private static Iterator<byte[]> blocks(String text, AudioFormat format, double speed) {
        return CODECS.get(format).blocks(new Utterance(text, speed));
    }
}
