package ai.fastrouter.camel.test.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Function tools and the choice among them. */
final class ToolCheck {

    private ToolCheck() {}

    static void check(Fields body) {
        Set<String> names = new HashSet<>();
        body.objects("tools", 1, (i, tool) -> {
            tool.require("type").text("type");
            String type = tool.get("type").asText();
            if (type.equals("function")) {
                tool.require("function").object("function", ToolCheck::function);
                if (!names.add(tool.get("function").path("name").asText())) {
                    throw tool.bad("function.name", "is used twice");
                }
            } else if (!type.startsWith("fastrouter:")) {
                throw tool.bad("type", "must be function or fastrouter:... but was " + type);
            }
        });
        body.bool("parallel_tool_calls");
        if (body.has("tool_choice")) {
            choice(body, names);
        }
    }

    private static void function(Fields function) {
        function.require("name")
                .check("name", name -> isName(name.asText()), "must be 1 to 64 letters, digits, _ or -")
                .text("description")
                .object("parameters", parameters -> parameters.oneOf("type", "object"))
                .bool("strict");
    }

    static boolean isName(String name) {
        return name.length() <= 64
                && !name.isEmpty()
                && name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }

    private static void choice(Fields body, Set<String> names) {
        JsonNode choice = body.get("tool_choice");
        if (!body.has("tools")) {
            throw body.bad("tool_choice", "is only allowed together with tools");
        }
        if (!choice.isObject()) {
            body.oneOf("tool_choice", "none", "auto", "required");
            return;
        }
        body.object("tool_choice", named -> {
            named.require("type").oneOf("type", "function").require("function");
            named.object("function", function -> {
                function.require("name").text("name");
                if (!names.contains(function.get("name").asText())) {
                    throw function.bad("name", "names no function of tools");
                }
            });
        });
    }
}
