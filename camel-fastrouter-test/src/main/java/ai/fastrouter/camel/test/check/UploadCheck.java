package ai.fastrouter.camel.test.check;

import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.journal.Received;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Transcription and translation requests. */
public final class UploadCheck {

    private static final Set<String> EXTENSIONS =
            Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");
    private static final List<String> FORMATS = List.of("json", "text", "srt", "verbose_json", "vtt");

    private final Received request;

    private UploadCheck(Received request) {
        this.request = request;
    }

    /** Refuses a request that the gateways would refuse. A limit of 0 takes files of any size. */
    public static void check(Received request, long sizeLimit) {
        UploadCheck check = new UploadCheck(request);
        check.form();
        check.file(sizeLimit);
        check.fields();
    }

    private void form() {
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new BadRequest("Content-Type", "Content-Type must be multipart/form-data but was " + type);
        }
        if (request.problem() != null) {
            throw new BadRequest(null, "The multipart body is broken: " + request.problem());
        }
        Set<String> seen = new HashSet<>();
        for (RecordedPart part : request.parts()) {
            if (part.name() == null) {
                throw new BadRequest(null, "A part of the form has no name");
            }
            if (!seen.add(part.name()) && !part.name().endsWith("[]")) {
                throw new BadRequest(part.name(), part.name() + " is sent twice");
            }
        }
    }

    private void file(long sizeLimit) {
        RecordedPart file = request.part("file");
        if (file == null) {
            throw new BadRequest("file", "file is required");
        }
        String name = file.fileName();
        int dot = name == null ? -1 : name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.contains(extension)) {
            throw new BadRequest(
                    "file",
                    "file must have a file name with one of the extensions "
                            + String.join(", ", new java.util.TreeSet<>(EXTENSIONS)));
        }
        if (file.contentType() == null) {
            throw new BadRequest("file", "file must have a content type of its own");
        }
        if (file.size() == 0) {
            throw new BadRequest("file", "file must not be empty");
        }
        if (sizeLimit > 0 && file.size() > sizeLimit) {
            throw new BadRequest(413, "file", "file must have at most " + sizeLimit + " bytes but has " + file.size());
        }
    }

    private void fields() {
        String model = field("model");
        if (model == null || model.isBlank()) {
            throw new BadRequest("model", "model is required");
        }
        String format = field("response_format");
        if (format != null && !FORMATS.contains(format)) {
            throw bad("response_format", "must be one of " + String.join(", ", FORMATS), format);
        }
        temperature(field("temperature"));
        String language = field("language");
        if (language != null && request.operation() == Operation.TRANSLATION) {
            throw new BadRequest("language", "language is not known to translations: they are always English");
        }
        if (language != null && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw bad("language", "must be a language code", language);
        }
        granularities(format);
    }

    private void temperature(String text) {
        if (text == null) {
            return;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return;
            }
        } catch (NumberFormatException e) {
            throw bad("temperature", "must be a number from 0 to 1", text);
        }
        throw bad("temperature", "must be a number from 0 to 1", text);
    }

    private void granularities(String format) {
        if (request.part("timestamp_granularities") != null) {
            throw new BadRequest(
                    "timestamp_granularities", "timestamp_granularities must be sent as timestamp_granularities[]");
        }
        for (RecordedPart part : request.parts()) {
            if (!"timestamp_granularities[]".equals(part.name())) {
                continue;
            }
            if (request.operation() == Operation.TRANSLATION) {
                throw new BadRequest(part.name(), part.name() + " is not known to translations");
            }
            if (!"verbose_json".equals(format)) {
                throw new BadRequest(part.name(), part.name() + " needs response_format verbose_json");
            }
            if (!part.text().equals("word") && !part.text().equals("segment")) {
                throw bad(part.name(), "must be word or segment", part.text());
            }
        }
    }

    private String field(String name) {
        RecordedPart part = request.part(name);
        if (part != null && part.fileName() != null) {
            throw new BadRequest(name, name + " must be a plain field, not a file");
        }
        return part == null ? null : part.text();
    }

    private static BadRequest bad(String field, String rule, String value) {
        return new BadRequest(field, field + " " + rule + " but was \"" + value + "\"");
    }
}
