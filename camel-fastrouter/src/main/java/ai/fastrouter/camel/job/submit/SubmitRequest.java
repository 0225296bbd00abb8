package ai.fastrouter.camel.job.submit;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.RequestBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;

/** Writes the request by which a job is submitted. */
public final class SubmitRequest {

    /** The operation's name, for messages and figures. */
    public static final String OPERATION = "prompt-to-audio";

    /** The only model that the gateway documents for this. */
    public static final String DEFAULT_MODEL = "ace-step/prompt-to-audio";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SubmitRequest() {}

    /**
     * The request for one message: the prompt is its header, else its body, else the endpoint's option.
     *
     * @param values  resolved for the message
     * @param headers of the message, as far as they go to the gateway
     * @throws FastRouterRequestException if there is no prompt, or the body is no text
     */
    public static GatewayRequest of(
            GatewayTarget target, OptionValues values, Message message, List<Map.Entry<String, String>> headers)
            throws FastRouterRequestException {
        return of(target, values, prompt(values, message), headers);
    }

    /**
     * The request of an endpoint that has its own prompt.
     *
     * @throws FastRouterRequestException if a further field can't be written as JSON
     */
    public static GatewayRequest of(GatewayTarget target, OptionValues values) throws FastRouterRequestException {
        return of(target, values, values.get(SubmitOptions.PROMPT), List.of());
    }

    private static GatewayRequest of(
            GatewayTarget target, OptionValues values, String prompt, List<Map.Entry<String, String>> headers)
            throws FastRouterRequestException {
        String model = values.get(SubmitOptions.MODEL, DEFAULT_MODEL);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("prompt", prompt);
        if (values.has(SubmitOptions.DURATION)) {
            fields.put("duration", values.get(SubmitOptions.DURATION));
        }
        if (values.get(SubmitOptions.INCLUDE_MESSAGES, true)) {
            // one reading of the documentation wants the prompt, the other wants messages: this satisfies both
            fields.put("messages", List.of(turn(prompt)));
        }
        fields.putAll(values.get(SubmitOptions.ADDITIONAL_BODY, Map.of()));
        RequestBody body = RequestBody.of("application/json", ByteBuffer.wrap(json(fields)));
        return target.post("/chat/completions", body, headers, OPERATION, model);
    }

    private static Map<String, Object> turn(String prompt) {
        Map<String, Object> turn = new LinkedHashMap<>();
        turn.put("role", "user");
        turn.put("content", prompt);
        return turn;
    }

    private static String prompt(OptionValues values, Message message) throws FastRouterRequestException {
        if (message.getHeader(FastRouterConstants.PROMPT) != null || message.getBody() == null) {
            return given(values.get(SubmitOptions.PROMPT));
        }
        String text = text(message);
        if (text == null) {
            throw refused("The body can't be used as prompt: it is a "
                    + message.getBody().getClass().getName() + " that does not convert to String");
        }
        return text.isBlank() ? given(values.get(SubmitOptions.PROMPT)) : text;
    }

    /** Null for a body that is no text: Camel would give the {@code toString} of anything. */
    private static String text(Message message) {
        Object body = message.getBody();
        boolean convertible = body instanceof CharSequence
                || message.getExchange().getContext().getTypeConverterRegistry().lookup(String.class, body.getClass())
                        != null;
        return convertible ? message.getBody(String.class) : null;
    }

    private static String given(String prompt) throws FastRouterRequestException {
        if (prompt == null) {
            throw refused(
                    "There is no prompt: it must be the body, the header CamelFastRouterPrompt or the option prompt");
        }
        return prompt;
    }

    private static byte[] json(Map<String, Object> fields) throws FastRouterRequestException {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            // its text may show values
            throw refused("additionalBody holds a value that can't be written as JSON");
        }
    }

    private static FastRouterRequestException refused(String message) {
        return new FastRouterRequestException(
                message, ErrorDetails.ofCode("invalid_body").withOperation(OPERATION, null), null);
    }
}
