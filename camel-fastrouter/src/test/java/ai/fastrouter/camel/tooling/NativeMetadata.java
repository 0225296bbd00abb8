package ai.fastrouter.camel.tooling;

import ai.fastrouter.camel.FastRouterConfiguration;
import ai.fastrouter.camel.FastRouterEndpoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a native image must keep of this component: classes that Camel makes by name, and those whose methods a route calls by name
 * ({@code ${body.text}}).
 */
final class NativeMetadata {

    static final String FOLDER = "META-INF/native-image/ai.fastrouter.camel/camel-fastrouter/";

    /** Packages whose public types routes see: bodies and exceptions. */
    static final List<String> SEEN_BY_ROUTES = List.of("ai.fastrouter.camel.model", "ai.fastrouter.camel.error");

    private static final String MADE = "\"allDeclaredConstructors\": true";
    private static final String CALLED = "\"allDeclaredConstructors\": true, \"allPublicMethods\": true";
    private static final String READ =
            "\"allDeclaredConstructors\": true, \"allPublicMethods\": true, \"allDeclaredFields\": true";

    private NativeMetadata() {}

    static String reflection(OwnClasses classes) {
        Map<String, String> entries = new TreeMap<>();
        classes.services().forEach(type -> entries.put(type.getName(), MADE));
        entries.put(FastRouterConfiguration.class.getName(), CALLED);
        entries.put(FastRouterEndpoint.class.getName(), CALLED);
        for (String seen : SEEN_BY_ROUTES) {
            classes.publicClasses(seen).forEach(type -> entries.put(type.getName(), READ));
        }
        return entries.entrySet().stream()
                .map(entry -> "  {\"name\": \"" + entry.getKey() + "\", " + entry.getValue() + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    static String resources(OwnClasses classes) {
        return patterns(classes).stream()
                .map(pattern -> "    {\"pattern\": \"" + pattern.replace("\\", "\\\\") + "\"}")
                .collect(Collectors.joining(",\n", "{\n  \"resources\": {\"includes\": [\n", "\n  ]}\n}\n"));
    }

    /** Every service file and the metadata by its own name: a folder's pattern would keep those of other jars too. */
    static List<String> patterns(OwnClasses classes) {
        return java.util.stream.Stream.concat(classes.serviceFiles().stream(), classes.metadataFiles().stream())
                .map(file -> "\\Q" + file + "\\E")
                .toList();
    }
}
