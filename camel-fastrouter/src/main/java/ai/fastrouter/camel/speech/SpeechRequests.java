package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.wire.RequestJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the requests of one message: one for each part of its text. */
final class SpeechRequests {

    private static final String OPERATION = "speech";
    private static final int BESIDE_THE_TEXT = 256;

    private final GatewayTarget target;
    private final OptionValues options;
    private final List<Map.Entry<String, String>> headers;
    private final Map<String, Object> further;
    private final String model;

    /**
     * @param headers sent with each of them
     * @throws FastRouterRequestException if the model or the voice is missing
     */
    SpeechRequests(GatewayTarget target, OptionValues options, List<Map.Entry<String, String>> headers)
            throws FastRouterRequestException {
        this.target = target;
        this.options = options;
        this.headers = headers;
        this.further = options.get(SpeechOptions.ADDITIONAL_BODY, Map.of());
        this.model = required(SpeechOptions.MODEL, "model");
        required(SpeechOptions.VOICE, "voice");
    }

    /** @throws FastRouterRequestException if additionalBody holds what can't be written as JSON */
    GatewayRequest of(String text) throws IOException, FastRouterRequestException {
        try (RequestJson json = new RequestJson(text.length() + text.length() / 8 + BESIDE_THE_TEXT)) {
            json.startObject();
            add(json, "model", SpeechOptions.MODEL);
            json.field("input", text);
            add(json, "voice", SpeechOptions.VOICE);
            add(json, "response_format", SpeechOptions.FORMAT);
            add(json, "speed", SpeechOptions.SPEED);
            add(json, "instructions", SpeechOptions.INSTRUCTIONS);
            for (Map.Entry<String, Object> field : further.entrySet()) {
                json.field(field.getKey(), field.getValue());
            }
            return target.post("/audio/speech", json.endObject().toBody(), headers, OPERATION, model);
        } catch (IllegalArgumentException e) {
            throw new FastRouterRequestException(
                    "Option additionalBody can't be sent: " + e.getMessage(),
                    ErrorDetails.ofCode("invalid_option").withOperation(OPERATION, model),
                    null);
        }
    }

    private void add(RequestJson json, String field, Option<?> option) throws IOException {
        Object value = options.get(option);
        if (value != null && !further.containsKey(field)) {
            json.field(field, value);
        }
    }

    private String required(Option<String> option, String field) throws FastRouterRequestException {
        Object value = further.getOrDefault(field, options.get(option));
        if (value == null) {
            throw new FastRouterRequestException(
                    "There is no " + field + ": speech needs the option " + option.name() + " or the header "
                            + option.header(),
                    ErrorDetails.ofCode("invalid_option").withOperation(OPERATION, null),
                    null);
        }
        return value.toString();
    }
}
