package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.media.AudioType;
import ai.fastrouter.camel.exchange.media.FirstBytes;
import ai.fastrouter.camel.exchange.upload.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.FileUtil;

/**
 * The name and the content type under which a recording is uploaded. Gateways tell the format by the name's extension, so there
 * is always one: from the header {@code CamelFileName}, the recording's own name, its content type or its first bytes, the first
 * of these that is an allowed format.
 *
 * @param fileName    with an extension
 * @param contentType of the part
 */
record UploadName(String fileName, String contentType) {

    private static final String ANY = "*";
    private static final String UNTOLD = "application/octet-stream";

    /**
     * @param allowed extensions; {@code *} allows any
     * @throws FastRouterRequestException if the format is not known or not allowed
     */
    static UploadName of(Message message, Recording recording, List<String> allowed)
            throws FastRouterRequestException, IOException {
        String headerName = baseName(message.getHeader(Exchange.FILE_NAME, String.class));
        String ownName = baseName(recording.name());
        String type = contentType(message, recording);
        for (String name : new String[] {headerName, ownName}) {
            if (name != null && isAllowed(FileUtil.onlyExt(name, true), allowed)) {
                AudioType known = AudioType.ofExtension(FileUtil.onlyExt(name, true));
                return new UploadName(name, type != null ? type : known == null ? UNTOLD : known.mediaType());
            }
        }
        AudioType told = AudioType.ofMediaType(type);
        AudioType found = told != null && isAllowed(told.extension(), allowed)
                ? told
                : FirstBytes.audioType(recording.firstBytes(FirstBytes.NEEDED));
        String name = headerName != null ? headerName : ownName;
        if (found != null && isAllowed(found.extension(), allowed)) {
            String stem = name == null ? "audio" : FileUtil.stripExt(name, true);
            return new UploadName(stem + "." + found.extension(), found == told ? type : found.mediaType());
        }
        if (allowed.contains(ANY)) {
            return new UploadName(name == null ? "audio" : name, type == null ? UNTOLD : type);
        }
        throw refused(found, allowed);
    }

    private static boolean isAllowed(String extension, List<String> allowed) {
        if (extension == null || extension.isEmpty()) {
            return false;
        }
        return allowed.contains(ANY) || allowed.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** What the recording's place says wins over what the message says, which may be of something else. */
    private static String contentType(Message message, Recording recording) {
        String[] told = {
            recording.contentType(),
            message.getHeader(Exchange.FILE_CONTENT_TYPE, String.class),
            message.getHeader(Exchange.CONTENT_TYPE, String.class)
        };
        for (String type : told) {
            if (type != null && (AudioType.ofMediaType(type) != null || isMedia(type.trim()))) {
                return type.trim();
            }
        }
        return null;
    }

    private static boolean isMedia(String type) {
        return type.regionMatches(true, 0, "audio/", 0, 6) || type.regionMatches(true, 0, "video/", 0, 6);
    }

    /** Without directories, in whichever way they are written. */
    private static String baseName(String path) {
        if (path == null) {
            return null;
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.isBlank() ? null : name;
    }

    private static FastRouterRequestException refused(AudioType found, List<String> allowed) {
        String what = found != null
                ? "The recording's format is " + found.extension()
                : "The recording's format is not known, neither by name nor by content type nor by its first bytes";
        return new FastRouterRequestException(
                what + ": it must be one of " + String.join(", ", allowed)
                        + ". Name the file in the header CamelFileName, or set allowedUploadFormats",
                ErrorDetails.ofCode("unsupported_format"),
                null);
    }
}
