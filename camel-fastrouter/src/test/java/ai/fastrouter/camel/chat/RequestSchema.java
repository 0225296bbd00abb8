package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a request may look like by the gateways' documentation. */
final class RequestSchema {

    private static final JsonSchema CHAT = load("/contract/chat-request.schema.json");

    private RequestSchema() {}

    static void assertValid(JsonNode request) {
        assertThat(CHAT.validate(request)).as(request.toString()).isEmpty();
    }

    static boolean isValid(JsonNode request) {
        return CHAT.validate(request).isEmpty();
    }

    private static JsonSchema load(String resource) {
        try (InputStream in = RequestSchema.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
