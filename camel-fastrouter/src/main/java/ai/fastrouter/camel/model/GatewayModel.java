package ai.fastrouter.camel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that a gateway offers. Whatever the gateway does not tell is null or empty.
 *
 * @param id                  what the option {@code model} takes
 * @param name                a name for people
 * @param description         a text for people
 * @param created             when it came, in seconds since 1970
 * @param ownedBy             who made or offers it
 * @param contextLength       the most tokens of prompt and answer together
 * @param maxCompletionTokens the most tokens of an answer; 0 is what some gateways write when they don't know
 * @param inputModalities     what it takes, for example {@code text}, {@code image}, {@code audio}
 * @param outputModalities    what it answers with
 * @param supportedParameters the request fields it knows, for example {@code tools}
 * @param pricing             prices in USD by what is counted, for example {@code prompt} per token, exact
 * @param active              whether it can be used now
 * @param additionalFields    what else the gateway tells, by its own names; never null
 */
public record GatewayModel(
        String id,
        String name,
        String description,
        Long created,
        String ownedBy,
        Long contextLength,
        Long maxCompletionTokens,
        List<String> inputModalities,
        List<String> outputModalities,
        List<String> supportedParameters,
        Map<String, BigDecimal> pricing,
        Boolean active,
        Map<String, Object> additionalFields) {

    public GatewayModel {
        inputModalities = Fields.orEmpty(inputModalities);
        outputModalities = Fields.orEmpty(outputModalities);
        supportedParameters = Fields.orEmpty(supportedParameters);
        pricing = pricing == null ? Map.of() : java.util.Collections.unmodifiableMap(pricing);
        additionalFields = Fields.orEmpty(additionalFields);
    }

    /** The price in USD of one unit, for example {@code prompt} or {@code completion} per token; null when it is not told. */
    public BigDecimal price(String unit) {
        return pricing.get(unit);
    }

    /** The model as gateways write it. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Fields.put(map, "id", id);
        Fields.put(map, "name", name);
        Fields.put(map, "description", description);
        Fields.put(map, "created", created);
        Fields.put(map, "owned_by", ownedBy);
        Fields.put(map, "context_length", contextLength);
        Fields.put(map, "max_completion_tokens", maxCompletionTokens);
        Map<String, Object> architecture = new LinkedHashMap<>();
        put(architecture, "input_modalities", inputModalities);
        put(architecture, "output_modalities", outputModalities);
        put(map, "supported_parameters", supportedParameters);
        if (!pricing.isEmpty()) {
            map.put("pricing", pricing);
        }
        Fields.put(map, "is_active", active);
        map.putAll(additionalFields);
        if (additionalFields.get("architecture") instanceof Map<?, ?> further) {
            further.forEach((name, value) -> architecture.put(name.toString(), value));
        }
        if (!architecture.isEmpty()) {
            map.put("architecture", architecture);
        }
        return map;
    }

    private static void put(Map<String, Object> map, String name, List<String> items) {
        if (!items.isEmpty()) {
            map.put(name, items);
        }
    }
}
