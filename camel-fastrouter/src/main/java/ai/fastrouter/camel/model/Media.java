package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * An image, a recording, a video or a document that goes into a request as base64. It is read when it is sent, each time anew, and
 * never held in memory as a whole unless it was given as bytes.
 *
 * @param contentType the media type without parameters, for example {@code image/png}
 * @param fileName    the name the gateway is told of documents; may be null
 * @param length      the length in bytes, exact
 * @param dataUrl     whether it is written as {@code data:} URL; otherwise as bare base64
 * @param opener      opens it from its beginning, each time it is called
 */
public record Media(String contentType, String fileName, long length, boolean dataUrl, Opener opener) {

    public Media {
        if (!isMediaType(contentType)) {
            throw new IllegalArgumentException("a content type like image/png was expected");
        }
    }

    /** Opens a stream from its beginning. Called on a thread that may wait. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** Bytes in memory; they must not be changed afterwards. */
    public static Media of(String contentType, byte[] bytes) {
        return new Media(contentType, null, bytes.length, true, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A file, which must keep its length until it is sent.
     *
     * @throws IOException if it can't be read
     */
    public static Media of(String contentType, Path file) throws IOException {
        String name = file.getFileName().toString();
        return new Media(contentType, name, Files.size(file), true, () -> Files.newInputStream(file));
    }

    /** What stands before the base64. */
    public String prefix() {
        return dataUrl ? "data:" + contentType + ";base64," : "";
    }

    /** How long its base64 is, without the prefix. */
    public long encodedLength() {
        return (length + 2) / 3 * 4;
    }

    /** Whether it is {@code type/subtype} in lower case without parameters, and so may stand in a URL or in JSON as it is. */
    public static boolean isMediaType(String text) {
        int slash = -1;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' && slash < 0) {
                slash = i;
            } else if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "!#$&^_.+-".indexOf(c) >= 0)) {
                return false;
            }
        }
        return slash > 0 && slash < text.length() - 1;
    }

    Media bare() {
        return new Media(contentType, fileName, length, false, opener);
    }

    /** The whole of it as text, in memory: for JSON that is not sent by this component. */
    @JsonValue
    public String encoded() throws IOException {
        try (InputStream in = opener.open()) {
            return prefix() + Base64.getEncoder().encodeToString(in.readNBytes(Integer.MAX_VALUE));
        }
    }

    /** Without the name: it may tell what it shows. */
    @Override
    public String toString() {
        return "Media[" + contentType + ", " + length + " bytes]";
    }
}
