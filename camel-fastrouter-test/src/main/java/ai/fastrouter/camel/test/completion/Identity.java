package ai.fastrouter.camel.test.completion;

import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Who answered: the completion's id, its model and the provider behind it. */
record Identity(String id, String model, String provider, long created) {

    static Identity of(ChatScript script, RecordedRequest request) {
        String model = script.model != null ? script.model : request.model();
        if (model == null) {
            model = "openai/gpt-4o-mini";
        }
        int slash = model.indexOf('/');
        String provider = slash > 0 ? model.substring(0, slash) : "openai";
        String id = request.arouter() ? "chatcmpl-" + hex() : "fr_" + uuid();
        return new Identity(id, model, provider, System.currentTimeMillis() / 1000);
    }

    ObjectNode head(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model)
                .put("provider", provider);
    }

    /** A random UUID that costs no secure randomness. */
    static UUID uuid() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & 0xffffffffffff0fffL | 0x4000L, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    static String hex() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
