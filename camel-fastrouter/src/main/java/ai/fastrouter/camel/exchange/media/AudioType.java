package ai.fastrouter.camel.exchange.media;

import java.util.Locale;

/** The audio formats that gateways take and give. The names are the usual file name extensions, in upper case. */
public enum AudioType {
    FLAC("audio/flac", "audio/x-flac"),
    MP3("audio/mpeg", "audio/mp3", "audio/mpeg3", "audio/x-mp3", "audio/x-mpeg"),
    MPEG("video/mpeg"),
    MPGA("audio/mpeg"),
    M4A("audio/mp4", "audio/m4a", "audio/x-m4a"),
    MP4("video/mp4"),
    OGG("audio/ogg", "application/ogg", "video/ogg"),
    OPUS("audio/ogg", "audio/opus"),
    WAV("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    WEBM("audio/webm", "video/webm"),
    AAC("audio/aac", "audio/x-aac", "audio/aacp"),
    PCM("audio/pcm", "audio/l16");

    private final String mediaType;
    private final String[] otherNames;

    AudioType(String mediaType, String... otherNames) {
        this.mediaType = mediaType;
        this.otherNames = otherNames;
    }

    /** The file name extension, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The format of a file name extension without a dot, in any case; null when it is none of these. */
    public static AudioType ofExtension(String extension) {
        for (AudioType type : values()) {
            if (type.name().equalsIgnoreCase(extension)) {
                return type;
            }
        }
        return null;
    }

    /** The format of a media type, with or without parameters; null when it is none of these. */
    public static AudioType ofMediaType(String mediaType) {
        if (mediaType == null) {
            return null;
        }
        int end = mediaType.indexOf(';');
        String plain = (end < 0 ? mediaType : mediaType.substring(0, end)).trim();
        for (AudioType type : values()) {
            if (type.isCalled(plain)) {
                return type;
            }
        }
        return null;
    }

    private boolean isCalled(String plain) {
        if (mediaType.equalsIgnoreCase(plain)) {
            return true;
        }
        for (String name : otherNames) {
            if (name.equalsIgnoreCase(plain)) {
                return true;
            }
        }
        return false;
    }
}
