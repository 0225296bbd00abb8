package ai.fastrouter.camel.test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The shapes in which gateways, and what stands before and behind them, report an error. */
public enum Envelope {
    /** {@code {"error":{"message","type","code","status"}}}, FastRouter's documented shape. */
    E1("application/json"),
    /** {@code {"error":{"message","type"}}}, ARouter. */
    E2("application/json"),
    /** {@code {"error":{"code":446,"type","message","guardrails"}}}: a numeric code. */
    E3("application/json"),
    /** {@code {"error":"text"}}: a string instead of an object. */
    E4("application/json"),
    /** E1 and {@code quota_limit}, {@code quota_used}, {@code reset_at}. */
    E5("application/json"),
    /** {@code {"error":{"message","type","param":null,"code":null}}}. */
    E6("application/json"),
    /** Flat {@code {"code","message"}}. */
    E7("application/json"),
    /** {@code {"detail":[{"loc","msg","type"}]}}, upstream validation. */
    E8("application/json"),
    /** {@code {"detail":"text"}}, the short form of E8. */
    E8_TEXT("application/json"),
    /** An HTML page, as a proxy or CDN sends it. */
    HTML("text/html; charset=utf-8"),
    /** Plain text. */
    TEXT("text/plain; charset=utf-8"),
    /** No body at all. */
    EMPTY(null);

    private final String contentType;

    Envelope(String contentType) {
        this.contentType = contentType;
    }

    /** The content type such an answer has, {@code null} for no body. */
    public String contentType() {
        return contentType;
    }

    /** The body; type and code are left out when {@code null}. */
    public String body(int status, String type, String code, String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case E1 -> nested(root, type, code, message).put("status", status);
            case E2 -> nested(root, type, null, message);
            case E3 -> {
                nested(root, type, null, message).put("code", status).putObject("guardrails");
            }
            case E4 -> root.put("error", message);
            case E5 -> quota(nested(root, type, code, message).put("status", status));
            case E6 -> nested(root, type, null, message).putNull("param").put("code", code);
            case E7 -> root.put("code", code == null ? "error" : code).put("message", message);
            case E8 ->
                root.putArray("detail")
                        .addObject()
                        .put("msg", message)
                        .put("type", type == null ? "value_error" : type)
                        .putArray("loc")
                        .add("body");
            case E8_TEXT -> root.put("detail", message);
            case HTML -> {
                return "<!doctype html><html><head><title>" + status + "</title></head><body><h1>" + status + "</h1><p>"
                        + message + "</p></body></html>";
            }
            case TEXT -> {
                return message;
            }
            case EMPTY -> {
                return "";
            }
        }
        return root.toString();
    }

    private static ObjectNode nested(ObjectNode root, String type, String code, String message) {
        ObjectNode error = root.putObject("error").put("message", message);
        if (type != null) {
            error.put("type", type);
        }
        if (code != null) {
            error.put("code", code);
        }
        return error;
    }

    private static void quota(ObjectNode error) {
        Instant midnight = OffsetDateTime.now(ZoneOffset.UTC)
                .plusDays(1)
                .with(LocalTime.MIN)
                .toInstant();
        error.put("quota_limit", 10).put("quota_used", 10).put("reset_at", midnight.toString());
    }

    /** The error type gateways use with the status. */
    public static String usualType(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 408 -> "timeout_error";
            case 429 -> "rate_limit_error";
            case 446 -> "guardrail_error";
            default -> status >= 500 ? "server_error" : "invalid_request_error";
        };
    }
}
