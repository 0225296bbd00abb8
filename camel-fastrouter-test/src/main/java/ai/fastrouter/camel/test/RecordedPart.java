package ai.fastrouter.camel.test;

import java.util.Map;

/** One part of a multipart request as the gateway received it. */
public interface RecordedPart {

    /** The form field's name, {@code null} when the part has none. */
    String name();

    /** The file name, {@code null} for a plain field. */
    String fileName();

    /** The part's own content type, {@code null} when it has none. */
    String contentType();

    /** The part's headers; names are compared without case. */
    Map<String, String> headers();

    /** The content as UTF-8 text, at most as much as the gateway keeps. */
    String text();

    /** The content, at most as much as the gateway keeps. */
    byte[] bytes();

    /** How many bytes the part had, however many were kept. */
    long size();

    /** SHA-256 of the whole content in lower-case hex. */
    String sha256();
}
