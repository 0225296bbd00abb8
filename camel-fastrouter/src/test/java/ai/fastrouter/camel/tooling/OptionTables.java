package ai.fastrouter.camel.tooling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes the metadata as AsciiDoc tables. Camel's own tables are made by its web site; these are read wherever AsciiDoc is.
 */
final class OptionTables {

    /** The groups that come first, in this order; others follow by name. */
    private static final List<String> FIRST = List.of(
            "common", "chat", "speech", "transcription", "models", "prompt-to-audio", "timeout", "error", "security");

    private final Metadata metadata;
    private final StringBuilder text = new StringBuilder();

    private OptionTables(Metadata metadata) {
        this.metadata = metadata;
    }

    static String of(Metadata metadata) {
        return new OptionTables(metadata).write();
    }

    private String write() {
        line("// Generated from the component's metadata: mvn -f regenerate.xml package -Dupdate");
        Map<String, JsonNode> endpoint = metadata.endpointOptions();
        Map<String, JsonNode> component = metadata.componentOptions();
        heading("=== Path");
        table("Name,Description,Type", select(endpoint, (name, option) -> isPath(option)), this::pathRow);
        heading("=== Options of URIs and of the component");
        line("Set on the component (`camel.component.fastrouter.model`), they are the defaults of its URIs.");
        groups(select(endpoint, (name, option) -> !isPath(option) && component.containsKey(name)));
        heading("=== Options of URIs only");
        groups(select(endpoint, (name, option) -> !isPath(option) && !component.containsKey(name)));
        heading("=== Options of the component only");
        groups(select(component, (name, option) -> !endpoint.containsKey(name)));
        heading("=== Headers that override an option");
        headers(select(metadata.headers(), (name, header) -> overrides(header)));
        heading("=== Other headers");
        headers(select(metadata.headers(), (name, header) -> !overrides(header)));
        return text.toString();
    }

    private void groups(Map<String, JsonNode> options) {
        Map<String, Map<String, JsonNode>> groups = new TreeMap<>(OptionTables::compareGroups);
        options.forEach(
                (name, option) -> groups.computeIfAbsent(option.get("group").asText(), g -> new LinkedHashMap<>())
                        .put(name, option));
        groups.forEach((group, members) -> {
            heading("==== Group " + group);
            table("Name,Description,Default,Type", members, this::optionRow);
        });
    }

    private void headers(Map<String, JsonNode> headers) {
        table("Name and constant,Description,Type", headers, this::headerRow);
    }

    private void table(String columns, Map<String, JsonNode> entries, Row row) {
        line(
                columns.split(",").length == 4
                        ? "[cols=\"3,7,2,2\",options=\"header\"]"
                        : "[cols=\"4,7,2\",options=\"header\"]");
        line("|===");
        line("|" + columns.replace(",", " |"));
        entries.forEach((name, entry) -> {
            line("");
            row.write(name, entry);
        });
        line("|===");
    }

    private void pathRow(String name, JsonNode option) {
        line("|*" + name + "* (required)");
        line("|" + description(option));
        line("|" + type(option));
    }

    private void optionRow(String name, JsonNode option) {
        line("|*" + name + "*" + prefix(option) + (option.path("autowired").asBoolean() ? " (autowired)" : ""));
        line("|" + description(option));
        line("|" + cell(option.path("defaultValue").asText()));
        line("|" + type(option));
    }

    /** How the entries of an option that is a map are written in a URI. */
    private static String prefix(JsonNode option) {
        boolean map = option.path("multiValue").asBoolean() && option.has("prefix");
        return map ? " (`" + option.get("prefix").asText() + "KEY=value`)" : "";
    }

    private void headerRow(String name, JsonNode header) {
        String constant = header.get("constantName").asText();
        line("|*" + name + "* `" + constant.substring(constant.indexOf('#') + 1) + "`");
        line("|" + description(header));
        line("|" + type(header));
    }

    private static String description(JsonNode entry) {
        String text = cell(entry.get("description").asText().replaceAll(" This is a multi-value option.*$", ""));
        if (!entry.has("enum")) {
            return text;
        }
        return text
                + StreamSupport.stream(entry.get("enum").spliterator(), false)
                        .map(word -> "`" + word.asText() + "`")
                        .collect(Collectors.joining(", ", " One of: ", "."));
    }

    private static String type(JsonNode entry) {
        String type = entry.get("javaType").asText();
        return "duration".equals(entry.path("type").asText())
                ? "duration"
                : cell(type.replaceAll("\\b[a-z]\\w*\\.", "").replaceAll("<.*>", ""));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("{", "\\{");
    }

    private void heading(String title) {
        line("");
        line(title);
        line("");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static boolean isPath(JsonNode option) {
        return option.path("kind").asText().equals("path");
    }

    private static boolean overrides(JsonNode header) {
        return header.get("description").asText().startsWith("Overrides the option");
    }

    private static int compareGroups(String a, String b) {
        int first = FIRST.indexOf(a);
        int second = FIRST.indexOf(b);
        if (first >= 0 && second >= 0) {
            return first - second;
        }
        return first >= 0 ? -1 : second >= 0 ? 1 : a.compareTo(b);
    }

    private static Map<String, JsonNode> select(Map<String, JsonNode> entries, Choice choice) {
        Map<String, JsonNode> selected = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            if (choice.takes(name, entry)) {
                selected.put(name, entry);
            }
        });
        return selected;
    }

    /** Whether an entry belongs into a table. */
    private interface Choice {
        boolean takes(String name, JsonNode entry);
    }

    /** Writes one row. */
    private interface Row {
        void write(String name, JsonNode entry);
    }
}
