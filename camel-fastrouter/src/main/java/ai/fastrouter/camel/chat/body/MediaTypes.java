package ai.fastrouter.camel.chat.body;

import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.exchange.media.FirstBytes;
import ai.fastrouter.camel.model.Media;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;

/** Finds out what a body of bytes is: by what the message says, by a file name, by how it begins. */
final class MediaTypes {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("heic", "image/heic"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("html", "text/html"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"));

    private MediaTypes() {}

    /** What message or file name say; null if they say nothing of use. A file's own name says more than the message's headers. */
    static String declared(Exchange exchange, Binary body) {
        String byHeader = header(exchange, Exchange.CONTENT_TYPE);
        String byFile = body.type() != null ? plain(body.type()) : header(exchange, Exchange.FILE_CONTENT_TYPE);
        String byName = ofName(body.name() != null ? body.name() : Binary.fileName(exchange));
        String type = body.isFile() ? first(byFile, byName, byHeader) : first(byHeader, byFile, byName);
        for (String other : new String[] {byFile, byHeader}) {
            if (isSoundOf(type, other)) {
                return other;
            }
        }
        return type;
    }

    /** Whether a type is that of a container which holds films or sound alone, and another says that it is sound. */
    private static boolean isSoundOf(String type, String other) {
        if (type == null || other == null || !type.startsWith("video/") || !other.startsWith("audio/")) {
            return false;
        }
        AudioType sound = AudioType.ofMediaType(other);
        return other.regionMatches(6, type, 6, Math.max(type.length(), other.length()) - 6)
                || sound == AudioType.M4A && AudioType.ofMediaType(type) == AudioType.MP4;
    }

    static boolean isMedia(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("application/pdf");
    }

    static boolean isText(String type) {
        if (type == null || type.equals("image/svg+xml")) {
            return false;
        }
        return type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || switch (type) {
                    case "application/json",
                            "application/xml",
                            "application/yaml",
                            "application/x-yaml",
                            "application/x-ndjson",
                            "application/javascript",
                            "application/sql",
                            "application/x-www-form-urlencoded" -> true;
                    default -> false;
                };
    }

    /** Null if it is not known. */
    static String ofFirstBytes(byte[] start) {
        if (begins(start, 0, "\u0089PNG")) {
            return "image/png";
        }
        if (begins(start, 0, "\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (begins(start, 0, "GIF8")) {
            return "image/gif";
        }
        if (begins(start, 0, "RIFF") && begins(start, 8, "WEBP")) {
            return "image/webp";
        }
        if (begins(start, 0, "%PDF-")) {
            return "application/pdf";
        }
        AudioType audio = FirstBytes.audioType(start);
        return audio == null ? null : audio == AudioType.WEBM ? "video/webm" : audio.mediaType();
    }

    /** Text has no NUL, unless it is UTF-16, which begins with a mark. */
    static boolean looksLikeText(byte[] start) {
        if (hasMark(start)) {
            return true;
        }
        for (byte b : start) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether bytes that are called text may be so. A header may be left from an earlier step, and then they are not.
     *
     * @param likeMedia whether they begin like a medium: letters that happen to, as "ID3" of MP3 does, are text all the same
     * @param charset   may be null
     */
    static boolean canBeText(byte[] start, boolean likeMedia, String charset) {
        boolean wide = charset != null && charset.toUpperCase(Locale.ROOT).matches("UTF-?(16|32).*");
        if (wide || hasMark(start)) {
            return true;
        }
        if (likeMedia) {
            CharBuffer characters = CharBuffer.allocate(start.length);
            return !StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start), characters, false) // the last one may be cut
                    .isError();
        }
        return looksLikeText(start);
    }

    private static boolean hasMark(byte[] start) {
        return begins(start, 0, "\u00FF\u00FE") || begins(start, 0, "\u00FE\u00FF");
    }

    private static String header(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null ? null : plain(value);
    }

    /** Without parameters; null if it says nothing of use. */
    private static String plain(String value) {
        int end = value.indexOf(';');
        String type = (end < 0 ? value : value.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        boolean saysNothing = type.equals("application/octet-stream") || type.equals("binary/octet-stream");
        return saysNothing || !Media.isMediaType(type) ? null : type;
    }

    private static String ofName(String name) {
        if (name == null) {
            return null;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = BY_EXTENSION.get(extension);
        AudioType audio = type == null ? AudioType.ofExtension(extension) : null;
        return audio == null ? type : audio.mediaType();
    }

    private static boolean begins(byte[] start, int offset, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
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

    private static String first(String... types) {
        for (String type : types) {
            if (type != null) {
                return type;
            }
        }
        return null;
    }
}
