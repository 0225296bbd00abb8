package ai.fastrouter.camel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** What is documented of a kind of request, as a JSON schema in {@code contract/}. */
final class Contract {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonSchema schema;

    private Contract(JsonSchema schema) {
        this.schema = schema;
    }

    /** The schema of that name, or a part of it: {@code name#/$defs/part}. */
    static Contract of(String name) {
        int hash = name.indexOf('#');
        String file = hash < 0 ? name : name.substring(0, hash);
        return new Contract(JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                                "urn:camel-fastrouter:" + file, "classpath:contract/" + file + ".schema.json")))
                .getSchema(SchemaLocation.of("urn:camel-fastrouter:" + name)));
    }

    /** What is wrong with a request; empty if it is as documented. */
    List<String> violations(JsonNode request) {
        return schema.validate(request).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The same for JSON with single quotes. */
    List<String> violations(String json) throws Exception {
        return violations(MAPPER.readTree(json.replace('\'', '"')));
    }
}
