package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;

/** Lists models: all of them for FastRouter; for ARouter those that the query asks for, by default what answers in text. */
final class ModelAnswers {

    private ModelAnswers() {}

    static Reply to(RecordedRequest request) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        if (!request.arouter()) {
            list.put("object", "list");
        }
        ArrayNode data = list.putArray("data");
        for (ModelCatalog.Model model : ModelCatalog.MODELS) {
            if (!request.arouter() || wanted(model, request)) {
                describe(model, data.addObject(), request.arouter());
            }
        }
        return Reply.json(list.toString());
    }

    private static boolean wanted(ModelCatalog.Model model, RecordedRequest request) {
        String outputs = request.queryParameter("output_modalities");
        String parameters = request.queryParameter("supported_parameters");
        List<String> wanted = outputs == null ? List.of("text") : List.of(outputs.split(","));
        boolean fits = wanted.contains("all") || !Collections.disjoint(wanted, model.outputs());
        return fits && (parameters == null || model.parameters().containsAll(List.of(parameters.split(","))));
    }

    private static void describe(ModelCatalog.Model model, ObjectNode entry, boolean arouter) {
        entry.put("id", model.id())
                .put("name", model.name())
                .put("created", 1_750_000_000L)
                .put("context_length", model.context());
        if (arouter) {
            entry.put("canonical_slug", model.id()).put("description", model.name());
            entry.putNull("per_request_limits").putNull("expiration_date").putObject("default_parameters");
            entry.putObject("top_provider").put("max_completion_tokens", model.maxCompletion());
        } else {
            entry.put("object", "model")
                    .put("owned_by", model.id().substring(0, model.id().indexOf('/')))
                    .put("max_completion_tokens", model.maxCompletion())
                    .put("is_active", true);
        }
        entry.putObject("pricing")
                .put("prompt", model.promptPrice())
                .put("completion", model.completionPrice())
                .put("image", "0")
                .put("request", "0");
        ObjectNode architecture = entry.putObject("architecture");
        model.inputs().forEach(architecture.putArray("input_modalities")::add);
        model.outputs().forEach(architecture.putArray("output_modalities")::add);
        model.parameters().forEach(entry.putArray("supported_parameters")::add);
    }
}
