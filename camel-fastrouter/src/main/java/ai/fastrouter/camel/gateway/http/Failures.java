package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.Authority;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.http.connect.RefusedAddressException;
import ai.fastrouter.camel.gateway.http.request.UnreadableBodyException;
import ai.fastrouter.camel.gateway.http.request.UnsendableRequestException;
import ai.fastrouter.camel.gateway.http.response.BrokenEncodingException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/**
 * Says what went wrong with a call: the category, a code, and a message that names host, port and limit but never a
 * secret.
 */
final class Failures {

    private Failures() {}

    static FastRouterException cancelled(HttpCall call) {
        return FastRouterException.cancelled("The call was given up", details(call, "cancelled"));
    }

    static FastRouterException clientClosed(HttpCall call) {
        return FastRouterException.cancelled("The HTTP client is closed", details(call, "client_closed"));
    }

    static FastRouterException unreadableBody(HttpCall call, UnreadableBodyException cause) {
        return new FastRouterRequestException(cause.getMessage(), details(call, "unreadable_body"), cause.getCause());
    }

    static FastRouterException unsendable(HttpCall call, UnsendableRequestException cause) {
        return new FastRouterRequestException(cause.getMessage(), details(call, cause.code()), null);
    }

    static FastRouterException proxyRefused(HttpCall call, int status) {
        String message = "The proxy does not connect to " + place(call) + ": it answered with status " + status;
        return status >= 500
                ? new FastRouterTransientException(message, details(call, "connect_failed"), null)
                : new FastRouterException(message, details(call, "proxy_refused"), null);
    }

    static FastRouterException brokenEncoding(HttpCall call, String encoding, BrokenEncodingException cause) {
        String shown = encoding.length() > 20 ? encoding.substring(0, 20) : encoding;
        return new FastRouterException(
                "The response of " + place(call) + " has the Content-Encoding " + shown + ", but " + cause.getMessage(),
                details(call, "invalid_response"),
                null);
    }

    static FastRouterException inHandler(HttpCall call, Throwable cause) {
        if (cause instanceof FastRouterException known) {
            return known;
        }
        return new FastRouterException(
                "The response could not be taken: " + cause.getClass().getSimpleName(),
                details(call, "handler_failed"),
                cause);
    }

    static FastRouterException totalTimeout(HttpCall call) {
        return new FastRouterTransientException(
                "The call to " + place(call) + " took longer than "
                        + call.request().timeouts().total() + " ms in all",
                details(call, "total_timeout"),
                null);
    }

    static FastRouterException stepTimeout(HttpCall call) {
        long limit = call.clock().limit();
        String place = place(call);
        return switch (call.clock().step()) {
            case WAITING_FOR_CONNECTION ->
                timeout(
                        call,
                        "pool_timeout",
                        "The pool had no free connection to " + place + " within " + limit + " ms");
            case CONNECTING ->
                timeout(call, "connect_timeout", "No connection to " + place + " came about within " + limit + " ms");
            case SENDING ->
                timeout(
                        call,
                        "idle_timeout",
                        "Nothing of the request could be sent to " + place + " for " + limit + " ms");
            case WAITING_FOR_HEAD ->
                timeout(call, "first_byte_timeout", "No response came from " + place + " within " + limit + " ms");
            case RECEIVING ->
                timeout(call, "idle_timeout", "Nothing of the response came from " + place + " for " + limit + " ms");
        };
    }

    private static FastRouterException timeout(HttpCall call, String code, String message) {
        return new FastRouterTransientException(message, details(call, code), null);
    }

    /** A failure that the HTTP client reports. */
    static FastRouterException ofExchange(HttpCall call, Exception cause) {
        String place = place(call);
        return switch (call.clock().step()) {
            case WAITING_FOR_CONNECTION, CONNECTING -> ofConnecting(call, cause, place);
            case SENDING, WAITING_FOR_HEAD ->
                lost(call, cause, "The connection to " + place + " was lost before it answered");
            case RECEIVING ->
                lost(call, cause, "The connection to " + place + " was lost in the middle of the response");
        };
    }

    /** The request could not be written to its end, and no response came either. */
    static FastRouterException connectionLost(HttpCall call) {
        return lost(call, null, "The connection to " + place(call) + " was lost while the request was sent");
    }

    private static FastRouterException ofConnecting(HttpCall call, Exception cause, String place) {
        if (cause instanceof UnknownHostException) {
            return new FastRouterTransientException(
                    "The host " + Authority.of(call.request().uri()).host() + " is not known",
                    details(call, "unknown_host"),
                    cause);
        }
        if (cause instanceof RefusedAddressException) {
            return new FastRouterException(cause.getMessage(), details(call, "address_refused"), null);
        }
        if (cause instanceof SSLException && !isCutInHandshake(cause)) {
            return new FastRouterException(
                    "TLS with " + place + " failed: " + reason(cause), details(call, "tls_failed"), cause);
        }
        return new FastRouterTransientException(
                "No connection to " + place + ": " + reason(cause), details(call, "connect_failed"), cause);
    }

    private static FastRouterException lost(HttpCall call, Exception cause, String message) {
        if (cause instanceof HttpException) {
            // without the cause, whose text may hold pieces of the response
            return new FastRouterTransientException(
                    "The response of " + place(call) + " is not valid HTTP", details(call, "invalid_response"), null);
        }
        boolean quotesBody = cause instanceof MalformedChunkCodingException;
        return new FastRouterTransientException(message, details(call, "connection_lost"), quotesBody ? null : cause);
    }

    /**
     * What httpcore says when the connection just ends; refusals of either side have other words, and mostly a cause.
     */
    private static boolean isCutInHandshake(Exception cause) {
        return "TLS handshake failed".equals(cause.getMessage()) && cause.getCause() == null;
    }

    private static String reason(Exception cause) {
        return cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
    }

    private static ErrorDetails details(HttpCall call, String code) {
        GatewayRequest request = call.request();
        return new ErrorDetails(
                request.operation(), request.model(), call.status(), null, code, call.requestId(), null);
    }

    private static String place(HttpCall call) {
        URI uri = call.request().uri();
        Authority authority = Authority.of(uri);
        if (authority == null) {
            return "the gateway";
        }
        int port = authority.port();
        return authority.host() + ":" + (port >= 0 ? port : "https".equals(uri.getScheme()) ? 443 : 80);
    }
}
