package ai.fastrouter.camel.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request as the gateway received it. Of large bodies only the first part is kept (see
 * {@link LocalGatewayBuilder#keepBodyUpTo(int)}); size and checksum are always those of the whole.
 */
public interface RecordedRequest {

    /** The HTTP method in upper case. */
    String method();

    /** The path without the query. */
    String path();

    /** The raw query without its question mark, {@code null} when there is none. */
    String query();

    /** The first value of a query parameter, decoded; {@code null} when absent. */
    String queryParameter(String name);

    /** What the request asks for. */
    Operation operation();

    /** Whether the request came over the ARouter paths ({@code /v1/...}). */
    boolean arouter();

    /** All headers with their values in order of arrival; names are compared without case. */
    Map<String, List<String>> headers();

    /** The first value of a header, {@code null} when absent. */
    String header(String name);

    /** The body as UTF-8 text, at most as much as the gateway keeps. */
    String body();

    /** The body, at most as much as the gateway keeps. */
    byte[] bytes();

    /** How many bytes of body arrived. */
    long size();

    /** SHA-256 of the whole body in lower-case hex. */
    String sha256();

    /** The body as JSON; a missing node when it is not JSON. */
    JsonNode json();

    /** The model the request names, in JSON or as a form field; {@code null} when it names none. */
    String model();

    /** The parts of a multipart body in order; empty for other bodies. */
    List<RecordedPart> parts();

    /** The first part of that name, {@code null} when there is none. */
    RecordedPart part(String name);

    /** {@link System#nanoTime()} when the request's head arrived. */
    long receivedAt();

    /** {@link System#nanoTime()} when the request's last byte arrived; 0 while it is incomplete. */
    long completedAt();

    /** Names the connection; equal for requests that shared one. */
    String connection();

    /** The protocol, for example {@code HTTP/1.1} or {@code HTTP/2.0}. */
    String protocol();

    /** Whether the whole request arrived. False when the client left while it was sending. */
    boolean complete();

    /** Whether the gateway has sent its whole answer. */
    boolean answered();

    /** Whether the client closed the connection or cancelled the request before the answer had ended. */
    boolean disconnected();
}
