package ai.fastrouter.camel.models;

import ai.fastrouter.camel.gateway.wire.Json;
import ai.fastrouter.camel.gateway.wire.JsonReading;
import ai.fastrouter.camel.model.GatewayModel;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a list of models from JSON, model by model. What has an unexpected type counts as absent. */
final class ModelsReader {

    private ModelsReader() {}

    /**
     * The models of {@code {"data": [...]}}, or of a bare list.
     *
     * @return null if the document holds no list of models
     * @throws IOException if the bytes are no JSON
     */
    static List<GatewayModel> read(byte[] json, int length, ModelFilter filter) throws IOException {
        try (JsonParser parser = Json.parser(json, 0, length)) {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                return list(parser, filter);
            }
            List<GatewayModel> models = null;
            while (start == JsonToken.START_OBJECT && parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && (name.equals("data") || name.equals("models"))) {
                    models = list(parser, filter);
                } else {
                    parser.skipChildren();
                }
            }
            return models;
        }
    }

    private static List<GatewayModel> list(JsonParser parser, ModelFilter filter) throws IOException {
        List<GatewayModel> models = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            ModelFields model = new ModelFields();
            model.read(parser);
            if (filter.accepts(model.outputModalities, model.supportedParameters)) {
                models.add(model.toModel());
            }
        }
        return models;
    }

    /** The fields of one model, as they come. */
    private static final class ModelFields {

        private String id;
        private String name;
        private String description;
        private Long created;
        private String ownedBy;
        private Long contextLength;
        private Long maxCompletionTokens;
        private List<String> inputModalities;
        private List<String> outputModalities;
        private List<String> supportedParameters;
        private Map<String, BigDecimal> pricing;
        private Boolean active;
        private final Map<String, Object> further = new LinkedHashMap<>();

        void read(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                field(field, parser);
            }
        }

        GatewayModel toModel() {
            return new GatewayModel(
                    id,
                    name,
                    description,
                    created,
                    ownedBy,
                    contextLength,
                    maxCompletionTokens,
                    inputModalities,
                    outputModalities,
                    supportedParameters,
                    pricing,
                    active,
                    further);
        }

        private void field(String field, JsonParser parser) throws IOException {
            switch (field) {
                case "id" -> id = JsonReading.text(parser);
                case "name" -> name = JsonReading.text(parser);
                case "description" -> description = JsonReading.text(parser);
                case "created" -> created = JsonReading.count(parser);
                case "owned_by" -> ownedBy = JsonReading.text(parser);
                case "context_length" -> contextLength = JsonReading.count(parser);
                case "max_completion_tokens" -> maxCompletionTokens = JsonReading.count(parser);
                case "supported_parameters" -> supportedParameters = texts(parser);
                case "pricing" -> pricing = prices(parser);
                case "is_active" -> active = bool(parser);
                case "architecture", "top_provider" -> nested(field, parser);
                default -> keep(further, field, JsonReading.any(parser));
            }
        }

        /** Some of what is nested has a place of its own; the rest stays where it was. */
        private void nested(String parent, JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            Map<String, Object> others = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "input_modalities" -> inputModalities = texts(parser);
                    case "output_modalities" -> outputModalities = texts(parser);
                    case "max_completion_tokens" -> {
                        Long count = JsonReading.count(parser);
                        maxCompletionTokens = maxCompletionTokens == null ? count : maxCompletionTokens;
                    }
                    default -> keep(others, field, JsonReading.any(parser));
                }
            }
            keep(further, parent, others.isEmpty() ? null : others);
        }

        private static Map<String, BigDecimal> prices(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return null;
            }
            Map<String, BigDecimal> prices = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String unit = parser.currentName();
                parser.nextToken();
                BigDecimal price = JsonReading.decimal(parser);
                if (price != null) {
                    prices.put(unit, price);
                }
            }
            return prices;
        }

        private static List<String> texts(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                String text = JsonReading.text(parser);
                return text == null ? null : List.of(text);
            }
            List<String> texts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String text = JsonReading.text(parser);
                if (text != null) {
                    texts.add(text);
                }
            }
            return texts;
        }

        private static Boolean bool(JsonParser parser) throws IOException {
            String text = JsonReading.text(parser);
            return "true".equalsIgnoreCase(text) ? Boolean.TRUE : "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
        }

        private static void keep(Map<String, Object> fields, String name, Object value) {
            if (value != null) {
                fields.put(name, value);
            }
        }
    }
}
