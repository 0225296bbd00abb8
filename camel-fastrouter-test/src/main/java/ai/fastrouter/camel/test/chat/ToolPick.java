package ai.fastrouter.camel.test.chat;

import ai.fastrouter.camel.test.completion.ChatScript;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Chooses the function that fits a question best, and the arguments to call it with. */
final class ToolPick {

    private ToolPick() {}

    /** The calls to make; empty when no function fits or none may be called. */
    static List<ChatScript.Call> calls(JsonNode body, String question) {
        JsonNode choice = body.path("tool_choice");
        if ("none".equals(choice.asText())) {
            return List.of();
        }
        JsonNode function =
                choice.isObject() ? named(body, choice.at("/function/name").asText()) : best(body, question);
        if (function == null) {
            return List.of();
        }
        List<ChatScript.Call> calls = new ArrayList<>();
        for (String part :
                parts(function, question, body.path("parallel_tool_calls").asBoolean(true))) {
            calls.add(new ChatScript.Call(function.path("name").asText(), arguments(function, part)));
        }
        return calls;
    }

    private static String arguments(JsonNode function, String question) {
        return new SchemaFiller(function.path("parameters"), new Phrases(question), null)
                .fill()
                .toString();
    }

    private static JsonNode named(JsonNode body, String name) {
        for (JsonNode tool : body.path("tools")) {
            if (name.equals(tool.at("/function/name").asText())) {
                return tool.path("function");
            }
        }
        return null;
    }

    private static JsonNode best(JsonNode body, String question) {
        Set<String> asked = Phrases.words(question);
        JsonNode best = null;
        int most = "required".equals(body.path("tool_choice").asText()) ? -1 : 0;
        for (JsonNode tool : body.path("tools")) {
            int score = tool.has("function") ? score(tool.path("function"), asked) : -1;
            if (score > most) {
                most = score;
                best = tool.path("function");
            }
        }
        return best;
    }

    /** Words of the name count three times, those of the description once. */
    private static int score(JsonNode function, Set<String> asked) {
        return 3 * common(function.path("name").asText(), asked)
                + common(function.path("description").asText(), asked);
    }

    private static int common(String text, Set<String> asked) {
        int common = 0;
        for (String word : Phrases.words(text)) {
            for (String other : asked) {
                if (word.equals(other)
                        || word.length() > 4 && other.startsWith(word)
                        || other.length() > 4 && word.startsWith(other)) {
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    /**
     * One question for each call: a function with a single parameter is called once for each of the names that are listed
     * with "and", unless parallel calls are off.
     */
    private static List<String> parts(JsonNode function, String question, boolean parallel) {
        List<String> names = new Phrases(question).names();
        Set<String> parameters = new TreeSet<>();
        function.at("/parameters/properties").fieldNames().forEachRemaining(parameters::add);
        boolean listed = names.size() > 1 && question.contains(" and ");
        if (!parallel || !listed || parameters.size() != 1) {
            return List.of(question);
        }
        return names.stream().map(name -> "about " + name).toList();
    }
}
