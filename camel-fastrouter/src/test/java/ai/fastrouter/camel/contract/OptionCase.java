package ai.fastrouter.camel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One value of one option of chat.
 *
 * @param option  the option
 * @param with    other options it needs, as part of a URI; empty for none
 * @param uri     the value as a URI holds it; null if only a header takes it
 * @param headers the same value as a header may hold it
 * @param body    the message body
 * @param sent    the fields of the request it leads to, beside {@code model} and {@code messages} unless it changes these
 */
record OptionCase(String option, String with, String uri, List<Object> headers, Object body, JsonNode sent) {

    static final String MODEL = "openai/gpt-5.1";
    static final String TEXT = "Say: Good morning";

    private static final ObjectMapper JSON = new ObjectMapper();

    static OptionCase of(String option, String uri, Object... headers) {
        return new OptionCase(option, "", uri, List.of(headers), TEXT, JSON.createObjectNode());
    }

    OptionCase with(String options) {
        return new OptionCase(option, options, uri, headers, body, sent);
    }

    OptionCase body(Object text) {
        return new OptionCase(option, with, uri, headers, text, sent);
    }

    /** JSON with single quotes. */
    OptionCase sends(String json) {
        return new OptionCase(option, with, uri, headers, body, json(json.replace('\'', '"')));
    }

    /** The whole request. */
    JsonNode request() {
        ObjectNode request = (ObjectNode)
                json("{\"model\":\"" + MODEL + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + TEXT + "\"}]}");
        return request.setAll((ObjectNode) sent);
    }

    /** {@code option=value}, and what it needs. */
    String inUri() {
        return with.isEmpty() ? named() : with + "&" + named();
    }

    private String named() {
        return option + (option.endsWith(".") ? "" : "=") + uri;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return uri == null ? option + headers : inUri();
    }
}
