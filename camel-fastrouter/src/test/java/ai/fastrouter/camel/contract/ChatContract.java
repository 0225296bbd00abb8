package ai.fastrouter.camel.contract;

import ai.fastrouter.camel.FastRouterGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;

/** What the gateways document of chat requests, as a JSON schema: {@code contract/chat-request.schema.json}. */
public final class ChatContract {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                    "urn:camel-fastrouter:chat-request", "classpath:contract/chat-request.schema.json")));
    private static final Map<FastRouterGateway, JsonSchema> BY_GATEWAY = Map.of(
            FastRouterGateway.fastrouter, schema("fastrouter"),
            FastRouterGateway.arouter, schema("arouter"));

    private ChatContract() {}

    /** What is wrong with a request; empty if it is as the gateway documents it. */
    public static List<String> violations(JsonNode request, FastRouterGateway gateway) {
        return BY_GATEWAY.get(gateway).validate(request).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonSchema schema(String definition) {
        return SCHEMAS.getSchema(SchemaLocation.of("urn:camel-fastrouter:chat-request#/$defs/" + definition));
    }
}
