package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a turn: text, image, recording, video or document.
 *
 * @param type   {@code text}, {@code image_url}, {@code input_audio}, {@code video_url}, {@code file}, or what a gateway adds
 * @param fields everything but the type, as gateways write it. A {@link Media} in it is written as base64. Never null
 */
public record ContentPart(String type, Map<String, Object> fields) {

    public ContentPart {
        fields = Fields.orEmpty(fields);
    }

    /** A text. */
    public static ContentPart text(String text) {
        return new ContentPart("text", Map.of("text", text));
    }

    /** An image by its address, which the gateway fetches, or as {@code data:} URL. */
    public static ContentPart image(String url) {
        return new ContentPart("image_url", Map.of("image_url", Map.of("url", url)));
    }

    /** An image by its address; {@code detail} is auto, low or high. */
    public static ContentPart image(String url, String detail) {
        return new ContentPart("image_url", Map.of("image_url", ordered("url", url, "detail", detail)));
    }

    /** A video by its address. */
    public static ContentPart video(String url) {
        return new ContentPart("video_url", Map.of("video_url", Map.of("url", url)));
    }

    /** A document by its address. */
    public static ContentPart file(String fileName, String url) {
        return new ContentPart("file", Map.of("file", ordered("filename", fileName, "file_data", url)));
    }

    /**
     * The part that fits the media type: image, audio, video or PDF.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ContentPart of(Media media) {
        String type = media.contentType();
        if (type.startsWith("image/")) {
            return new ContentPart("image_url", Map.of("image_url", Map.of("url", media)));
        }
        if (type.startsWith("audio/")) {
            Map<String, Object> audio = ordered("data", media.bare(), "format", audioFormat(type));
            return new ContentPart("input_audio", Map.of("input_audio", audio));
        }
        if (type.startsWith("video/")) {
            return new ContentPart("video_url", Map.of("video_url", Map.of("url", media)));
        }
        if (type.equals("application/pdf")) {
            String name = media.fileName() == null ? "document.pdf" : media.fileName();
            return new ContentPart("file", Map.of("file", ordered("filename", name, "file_data", media)));
        }
        throw new IllegalArgumentException("Content type " + type
                + " can't be part of a chat: it must be an image, audio, video or application/pdf");
    }

    /** The word gateways use for a format (ARouter: wav, mp3, ogg, flac, m4a, webm). */
    private static String audioFormat(String type) {
        return switch (type.substring("audio/".length())) {
            case "mpeg", "mp3", "mpga", "x-mpeg", "x-mp3" -> "mp3";
            case "wav", "x-wav", "wave", "vnd.wave" -> "wav";
            case "mp4", "m4a", "x-m4a" -> "m4a";
            case "flac", "x-flac" -> "flac";
            case "ogg", "opus", "x-ogg" -> "ogg";
            default -> type.substring("audio/".length());
        };
    }

    /** The text of a text part; null for others. */
    public String text() {
        return type.equals("text") ? Fields.text(fields.get("text")) : null;
    }

    /** The part as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", type);
        map.putAll(fields);
        return map;
    }

    /**
     * Reads what {@link #toMap()} writes.
     *
     * @throws IllegalArgumentException if there is no type
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentPart fromMap(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        String type = Fields.text(rest.remove("type"));
        if (type == null) {
            throw new IllegalArgumentException("a content part needs a type");
        }
        return new ContentPart(type, rest);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "ContentPart[" + type + "]";
    }

    /** In the order given, so that the same part is the same text in every process: gateways cache prompts by their bytes. */
    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(first, one);
        fields.put(second, other);
        return Collections.unmodifiableMap(fields);
    }
}
