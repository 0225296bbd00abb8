package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.gateway.wire.RawJson;
import ai.fastrouter.camel.gateway.wire.RequestJson;
import ai.fastrouter.camel.model.ChatMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the requests of one endpoint. What is the same for all its messages is written once, at start-up. Thread-safe. */
public final class ChatRequests {

    /** Room for what escaping adds to a text of usual length. */
    private static final int SLACK = 64;

    private final OptionValues endpoint;
    private final boolean modelRequired;
    private final String audioFormat;
    private final RawJson beforeText;
    private final RawJson afterText;

    /**
     * @param modelRequired whether the gateway insists on a model
     * @throws IllegalArgumentException if the endpoint's options contradict each other; the text names them
     */
    public ChatRequests(OptionValues endpoint, RawJson classSchema, boolean modelRequired) {
        this.endpoint = endpoint;
        this.modelRequired = modelRequired;
        EndpointRules.check(endpoint);
        boolean stream = endpoint.get(ChatOptions.STREAM, false);
        Map<String, Object> fields = RequestFields.of(endpoint, classSchema, stream);
        FieldMerge.addLast(fields, endpoint);
        audioFormat = audioFormat(fields);
        boolean complete = missing(fields) == null;
        try {
            beforeText = RawJson.of(before(endpoint.get(ChatOptions.SYSTEM_MESSAGE)));
            afterText = complete ? RawJson.of(after(JsonText.of(fields))) : null;
        } catch (IOException e) {
            throw new IllegalArgumentException("Option additionalBody can't be written as JSON", e);
        }
    }

    /**
     * Makes one request.
     *
     * @param classSchema the schema of the {@code outputClass} in force; null when it is unset
     * @throws FastRouterRequestException if options contradict each other or the body can't be written
     */
    public Prepared prepare(OptionValues values, Draft draft, RawJson classSchema) throws FastRouterRequestException {
        try {
            boolean keep = values.get(ChatOptions.CONVERSATION, false);
            if (values == endpoint && draft.text() != null && afterText != null) {
                return plain(draft.text(), keep);
            }
            boolean stream = FieldMerge.isStream(values, draft);
            Map<String, Object> fields = FieldMerge.merged(values, draft, classSchema, stream);
            String missing = missing(fields);
            if (missing != null) {
                throw new IllegalArgumentException(missing);
            }
            String model = fields.get("model") instanceof String name ? name : null;
            List<Object> turns = turns(draft, values.get(ChatOptions.SYSTEM_MESSAGE));
            return new Prepared(
                    write(turns, fields),
                    model,
                    stream,
                    audioFormat(fields),
                    values,
                    keep ? Turns.messages(turns) : null);
        } catch (IllegalArgumentException e) {
            throw new FastRouterRequestException(e.getMessage(), ErrorDetails.ofCode("invalid_option"), null);
        } catch (IOException e) {
            throw new FastRouterRequestException(
                    "The body can't be written as JSON", ErrorDetails.ofCode("invalid_body"), null);
        }
    }

    /** What the fields lack to be sent; null if nothing. */
    private String missing(Map<String, Object> fields) {
        if (modelRequired && !(fields.get("model") instanceof String)) {
            return "No model is set: set the option model, or the header CamelFastRouterModel";
        }
        boolean spoken = fields.get("modalities") instanceof List<?> modalities && modalities.contains("audio");
        if (spoken && !(fields.get("audio") instanceof Map<?, ?> audio && audio.get("voice") != null)) {
            return "A spoken answer needs a voice: set the option audioVoice, or the header CamelFastRouterAudioVoice";
        }
        return null;
    }

    /** As the request says it, which may have come from the body or from additionalBody. */
    private static String audioFormat(Map<String, Object> fields) {
        return fields.get("audio") instanceof Map<?, ?> audio && audio.get("format") instanceof String format
                ? format
                : null;
    }

    /** The usual case: a text, and no option changed. */
    private Prepared plain(String text, boolean keep) throws IOException {
        try (RequestJson json =
                new RequestJson(beforeText.size() + text.length() + text.length() / 8 + SLACK + afterText.size())) {
            RequestBody body = json.raw(beforeText).value(text).raw(afterText).toBody();
            List<ChatMessage> conversation = null;
            if (keep) {
                conversation = Turns.messages(turns(Draft.ofText(text), endpoint.get(ChatOptions.SYSTEM_MESSAGE)));
            }
            String model = FieldMerge.model(endpoint);
            boolean stream = endpoint.get(ChatOptions.STREAM, false);
            return new Prepared(body, model, stream, audioFormat, endpoint, conversation);
        }
    }

    private static RequestBody write(List<Object> turns, Map<String, Object> fields) throws IOException {
        try (RequestJson json = new RequestJson(1024)) {
            json.startObject().field("messages", turns);
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.field(field.getKey(), field.getValue());
            }
            return json.endObject().toBody();
        }
    }

    private static List<Object> turns(Draft draft, String systemMessage) {
        List<Object> turns = new ArrayList<>();
        if (systemMessage != null && (draft.turns() == null || !draft.beginsWithSystem())) {
            turns.add(ChatMessage.system(systemMessage));
        }
        if (draft.turns() == null) {
            turns.add(ChatMessage.user(draft.text()));
        } else {
            turns.addAll(draft.turns());
        }
        return turns;
    }

    private static String before(String systemMessage) throws IOException {
        String system = systemMessage == null ? "" : JsonText.of(ChatMessage.system(systemMessage)) + ",";
        return "{\"messages\":[" + system + "{\"role\":\"user\",\"content\":";
    }

    /** Closes the turn and the list, and goes on with the fields of the object given. */
    private static String after(String fields) {
        return fields.equals("{}") ? "}]}" : "}]," + fields.substring(1);
    }
}
