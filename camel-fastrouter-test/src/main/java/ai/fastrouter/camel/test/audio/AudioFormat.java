package ai.fastrouter.camel.test.audio;

import java.util.Locale;
import java.util.Optional;

/** The audio formats that a speech request can ask for. The constants' names in lower case are the wire names. */
public enum AudioFormat {
    /** MPEG-2 Layer III, 24 kHz, one channel, 64 kbit/s: silent frames behind an ID3v2 tag that holds the text. */
    MP3("audio/mpeg", "mp3"),
    /** Opus in Ogg, 48 kHz, one channel: silent packets behind a comment that holds the text. */
    OPUS("audio/ogg", "opus"),
    /** AAC-LC in ADTS, 24 kHz, one channel: silent frames with the text in data stream elements. */
    AAC("audio/aac", "aac"),
    /** FLAC, 24 kHz, 16 bits, one channel: the text is in the sound. */
    FLAC("audio/flac", "flac"),
    /** WAV, 24 kHz, 16 bits, one channel: the text is in the sound. */
    WAV("audio/wav", "wav"),
    /** The samples alone, 24 kHz, 16 bits little-endian, one channel: the text is in the sound. */
    PCM("audio/pcm", "pcm");

    /** With so many first bytes {@link #detect} always finds what can be found. */
    public static final int DETECT_BYTES = 12;

    private final String contentType;
    private final String extension;

    AudioFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** The {@code response_format} of a speech request. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type that the gateways answer with. */
    public String contentType() {
        return contentType;
    }

    /** The usual end of a file's name, without a dot. */
    public String extension() {
        return extension;
    }

    /** By wire name, in lower case as on the wire; {@code pcm16} is what chat calls {@link #PCM}. */
    public static Optional<AudioFormat> of(String wireName) {
        if ("pcm16".equals(wireName)) {
            return Optional.of(PCM);
        }
        for (AudioFormat format : values()) {
            if (format.wireName().equals(wireName)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** By the first bytes of the audio; empty for samples without a header and for anything unknown. */
    public static Optional<AudioFormat> detect(byte[] start) {
        if (starts(start, 0, "RIFF") && starts(start, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        if (starts(start, 0, "fLaC")) {
            return Optional.of(FLAC);
        }
        if (starts(start, 0, "OggS")) {
            return Optional.of(OPUS);
        }
        if (starts(start, 0, "ID3")) {
            return Optional.of(MP3);
        }
        return detectMpeg(start);
    }

    private static Optional<AudioFormat> detectMpeg(byte[] start) {
        if (start.length < 2 || (start[0] & 0xFF) != 0xFF || (start[1] & 0xE0) != 0xE0) {
            return Optional.empty();
        }
        int layer = start[1] & 0x06;
        if (layer == 0 && (start[1] & 0xF0) == 0xF0) {
            return Optional.of(AAC);
        }
        return layer == 0x02 ? Optional.of(MP3) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int offset, String mark) {
        if (bytes.length < offset + mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (bytes[offset + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
