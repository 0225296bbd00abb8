package ai.fastrouter.camel.test.check;

import com.fasterxml.jackson.databind.JsonNode;

/** One part of a message's content. */
final class PartCheck {

    private PartCheck() {}

    static void check(Fields part, boolean media) {
        part.require("type").oneOf("type", "text", "image_url", "input_audio", "file", "video_url", "refusal");
        String type = part.get("type").asText();
        if (!media && !type.equals("text") && !type.equals("refusal")) {
            throw part.bad("type", "must be text outside of user messages but was " + type);
        }
        part.require(type);
        switch (type) {
            case "image_url" ->
                part.object(type, image -> {
                    url(image, "url", "image/");
                    image.oneOf("detail", "auto", "low", "high");
                });
            case "video_url" -> part.object(type, video -> url(video, "url", "video/"));
            case "input_audio" -> part.object(type, PartCheck::audio);
            case "file" -> part.object(type, PartCheck::file);
            default -> part.check(type, JsonNode::isTextual, "must be a text");
        }
    }

    private static void audio(Fields audio) {
        audio.require("data").text("data").require("format");
        audio.oneOf("format", "wav", "mp3", "ogg", "flac", "m4a", "webm");
        if (!isBase64(audio.get("data").asText(), 0)) {
            throw audio.bad("data", "must be plain base64");
        }
    }

    private static void file(Fields file) {
        if (file.has("file_id")) {
            file.text("file_id").notBoth("file_id", "file_data");
            return;
        }
        url(file, "file_data", "");
        if (file.get("file_data").asText().startsWith("data:")) {
            file.require("filename");
        }
        file.text("filename");
    }

    /** A web address, or a data URL of that media type. */
    private static void url(Fields fields, String name, String mediaType) {
        fields.require(name).text(name);
        String url = fields.get(name).asText();
        if (url.startsWith("https://") || url.startsWith("http://")) {
            return;
        }
        int comma = url.indexOf(";base64,");
        if (!url.startsWith("data:" + mediaType) || comma < 0) {
            throw fields.bad(name, "must be an http(s) URL or a data:" + mediaType + "...;base64, URL");
        }
        if (!isBase64(url, comma + ";base64,".length())) {
            throw fields.bad(name, "must hold plain base64 after ;base64,");
        }
    }

    private static boolean isBase64(String text, int from) {
        int length = text.length() - from;
        if (length == 0 || length % 4 != 0) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean padding = c == '=' && i >= text.length() - 2;
            if (!letter && c != '+' && c != '/' && !padding) {
                return false;
            }
        }
        return true;
    }
}
