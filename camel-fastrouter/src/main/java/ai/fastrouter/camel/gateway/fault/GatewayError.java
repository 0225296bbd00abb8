package ai.fastrouter.camel.gateway.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What an error body says, in whichever envelope it came: an {@code error} that is an object or a text, a flat object, or a
 * {@code detail}.
 *
 * @param message null when there is none
 * @param type    null when there is none
 * @param code    as text, also where it was a number; null when there is none
 * @param status  the HTTP status it names, 400 to 599; 0 when it names none
 * @param resetAt when the quota comes back, as it was written; null when it does not say
 */
record GatewayError(String message, String type, String code, int status, String resetAt) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode MISSING = MissingNode.getInstance();

    static GatewayError ofText(String text) {
        return new GatewayError(text, null, null, 0, null);
    }

    /** Null when the bytes are not JSON. */
    static GatewayError parse(byte[] body, int length) {
        if (!looksLikeJson(body, length)) {
            return null;
        }
        try {
            return of(JSON.readTree(body, 0, length));
        } catch (IOException e) {
            return null; // cut off, or no JSON after all: it is shown as text
        }
    }

    static GatewayError of(JsonNode document) {
        JsonNode root = document.isArray() && !document.isEmpty() ? document.get(0) : document;
        JsonNode error = root.path("error");
        JsonNode holder = error.isObject() ? error : root.path("detail").isObject() ? root.path("detail") : MISSING;
        JsonNode code = first(holder.path("code"), root.path("code"));
        return new GatewayError(
                message(root, holder),
                text(first(holder.path("type"), root.path("type"))),
                text(code),
                status(code, first(holder.path("status"), root.path("status"))),
                text(first(holder.path("reset_at"), root.path("reset_at"))));
    }

    private static String message(JsonNode root, JsonNode holder) {
        for (JsonNode place : new JsonNode[] {
            holder.path("message"),
            root.path("error"),
            root.path("message"),
            holder.path("msg"),
            root.path("detail"),
            root
        }) {
            if (place.isTextual() && !place.textValue().isBlank()) {
                return place.textValue();
            }
        }
        return root.path("detail").isArray() ? problems(root.path("detail")) : null;
    }

    /** A list of what is wrong with which field, as validating servers write it. */
    private static String problems(JsonNode list) {
        StringBuilder text = new StringBuilder();
        for (JsonNode problem : list) {
            text.append(text.isEmpty() ? "" : "; ");
            String separator = "";
            for (JsonNode step : problem.path("loc")) {
                text.append(separator).append(step.asText());
                separator = ".";
            }
            String what = problem.isTextual()
                    ? problem.textValue()
                    : problem.path("msg").asText("");
            text.append(separator.isEmpty() ? "" : ": ").append(what);
        }
        return text.isEmpty() ? null : text.toString();
    }

    private static JsonNode first(JsonNode value, JsonNode otherwise) {
        return text(value) != null ? value : otherwise;
    }

    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().isBlank() ? null : value.textValue();
        }
        if (!value.isNumber()) {
            return null;
        }
        // 446.0 is 446: some gateways write whole numbers as decimals
        return value.doubleValue() == value.intValue() ? Integer.toString(value.intValue()) : value.asText();
    }

    private static int status(JsonNode code, JsonNode status) {
        int named = status(text(status));
        return named != 0 ? named : status(text(code));
    }

    private static int status(String text) {
        if (text == null || text.length() != 3 || (text.charAt(0) != '4' && text.charAt(0) != '5')) {
            return 0;
        }
        int units = text.charAt(2) - '0';
        int tens = text.charAt(1) - '0';
        boolean digits = units >= 0 && units <= 9 && tens >= 0 && tens <= 9;
        return digits ? (text.charAt(0) - '0') * 100 + tens * 10 + units : 0;
    }

    private static boolean looksLikeJson(byte[] body, int length) {
        for (int i = 0; i < length; i++) {
            byte b = body[i];
            if (b == '{' || b == '[' || b == '"') {
                return true;
            }
            boolean blank = b == ' ' || b == '\n' || b == '\r' || b == '\t';
            boolean byteOrderMark = i < 3 && b < 0;
            if (!blank && !byteOrderMark) {
                return false;
            }
        }
        return false;
    }
}
