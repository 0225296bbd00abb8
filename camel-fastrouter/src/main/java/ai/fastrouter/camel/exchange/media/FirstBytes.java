package ai.fastrouter.camel.exchange.media;

import java.nio.charset.StandardCharsets;

/** Recognises audio by how it begins. */
public final class FirstBytes {

    /** How many bytes tell the format. */
    public static final int NEEDED = 12;

    private FirstBytes() {}

    /**
     * The format of what begins so.
     *
     * @param start at least {@link #NEEDED} bytes, or all there are
     * @return null when the format is not known; raw samples never are
     */
    public static AudioType audioType(byte[] start) {
        if (is(start, 0, "RIFF") && is(start, 8, "WAVE")) {
            return AudioType.WAV;
        }
        if (is(start, 0, "fLaC")) {
            return AudioType.FLAC;
        }
        if (is(start, 0, "OggS")) {
            return AudioType.OGG;
        }
        if (is(start, 0, "ID3")) {
            return AudioType.MP3;
        }
        if (is(start, 4, "ftyp")) {
            return is(start, 8, "M4A") || is(start, 8, "M4B") ? AudioType.M4A : AudioType.MP4;
        }
        return ofMarker(start);
    }

    private static AudioType ofMarker(byte[] start) {
        if (start.length < 4) {
            return null;
        }
        int word = (start[0] & 0xff) << 24 | (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
        if (word == 0x1A45DFA3) { // EBML, the container of WebM
            return AudioType.WEBM;
        }
        if (word == 0x000001BA || word == 0x000001B3) { // MPEG program stream, MPEG video sequence
            return AudioType.MPEG;
        }
        if (word >>> 21 != 0x7FF) { // no frame of MPEG audio
            return null;
        }
        int layer = word >>> 17 & 3;
        return layer != 0 ? AudioType.MP3 : word >>> 20 == 0xFFF ? AudioType.AAC : null; // layer 0 is ADTS
    }

    private static boolean is(byte[] start, int offset, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        if (start.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (start[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
