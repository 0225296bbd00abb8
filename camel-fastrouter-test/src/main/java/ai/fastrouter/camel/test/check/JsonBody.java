package ai.fastrouter.camel.test.check;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A body that has to be a JSON object, by its content type too. */
final class JsonBody {

    private JsonBody() {}

    static Fields of(RecordedRequest request) {
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new BadRequest("Content-Type", "Content-Type must be application/json but was " + type);
        }
        JsonNode json = request.json();
        if (!json.isObject()) {
            throw new BadRequest(null, "The body is not a JSON object");
        }
        return new Fields(json, "");
    }
}
