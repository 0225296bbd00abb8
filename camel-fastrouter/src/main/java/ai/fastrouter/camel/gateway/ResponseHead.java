package ai.fastrouter.camel.gateway;

/**
 * Status and headers of a response.
 */
public interface ResponseHead {

    /** The HTTP status. */
    int status();

    /** The reason phrase; null when there is none. */
    String reason();

    /** The first value of a header, its name in any case; null when absent. */
    String header(String name);

    /** All headers in the order they came, the first value where a name is repeated. Built on demand. */
    java.util.Map<String, String> headers();

    /** The media type in lower case without parameters, for example {@code application/json}; null when absent. */
    String mediaType();

    /** The body's length in bytes as announced; -1 when unknown. */
    long contentLength();

    /** The gateway's request id from the headers; null when it gave none. */
    default String requestId() {
        return header("x-request-id");
    }

    /** Whether the status is 2xx. */
    default boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** Whether the body is announced as JSON. */
    default boolean isJson() {
        String type = mediaType();
        return type != null && (type.equals("application/json") || type.endsWith("+json"));
    }
}
