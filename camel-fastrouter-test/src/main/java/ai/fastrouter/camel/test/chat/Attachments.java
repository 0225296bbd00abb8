package ai.fastrouter.camel.test.chat;

import ai.fastrouter.camel.test.audio.Heard;
import ai.fastrouter.camel.test.audio.Voice;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Looks at the parts of a message that are not text. */
final class Attachments {

    private final List<String> seen = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** Looks at all of them. */
    Attachments(List<JsonNode> parts) {
        parts.forEach(this::look);
    }

    /** What was said in them; empty when nothing was understood. */
    String heard() {
        return String.join(" ", heard);
    }

    /** One sentence that names kinds and sizes, for example {@code I received an image (image/png, 70 bytes).} */
    String described() {
        return "I received " + String.join(" and ", seen) + ".";
    }

    private void look(JsonNode part) {
        switch (part.path("type").asText()) {
            case "image_url" ->
                seen.add("an image " + of(part.at("/image_url/url").asText()));
            case "video_url" ->
                seen.add("a video " + of(part.at("/video_url/url").asText()));
            case "file" -> file(part.path("file"));
            case "input_audio" -> listen(part.path("input_audio"));
            default -> seen.add("a part of type " + part.path("type").asText());
        }
    }

    private void file(JsonNode file) {
        String name = file.path("filename").asText("");
        String data = file.has("file_id")
                ? file.path("file_id").asText()
                : file.path("file_data").asText();
        seen.add((name.isEmpty() ? "a file " : "the file " + name + " ") + of(data));
    }

    private static String of(String url) {
        int comma = url.indexOf(";base64,");
        if (!url.startsWith("data:") || comma < 0) {
            return "at " + url;
        }
        return "(" + url.substring("data:".length(), comma) + ", " + size(url, comma + ";base64,".length()) + " bytes)";
    }

    private static int size(String text, int from) {
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return (text.length() - from) / 4 * 3 - padding;
    }

    private void listen(JsonNode audio) {
        byte[] bytes = Base64.getDecoder().decode(audio.path("data").asText());
        try {
            Heard result = Voice.listen(new ByteArrayInputStream(bytes));
            result.text().ifPresent(heard::add);
            seen.add(String.format(
                    Locale.ROOT,
                    "audio (%s, %d bytes, %.1f s)",
                    audio.path("format").asText(),
                    bytes.length,
                    result.duration().toMillis() / 1000.0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
