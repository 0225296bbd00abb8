package ai.fastrouter.camel.models;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which models are wanted. Sent as the query of ARouter, and applied to the answer as well, since FastRouter documents no query.
 * What a model does not tell of itself is not held against it.
 *
 * @param outputModalities    one of these; empty for any; {@code all} for any, which ARouter must be told
 * @param supportedParameters all of these; empty for any
 */
record ModelFilter(List<String> outputModalities, List<String> supportedParameters) {

    private static final String ALL = "all";

    /** The query with its question mark; empty when nothing is filtered. */
    String query() {
        StringBuilder query = new StringBuilder();
        append(query, "output_modalities", outputModalities);
        append(query, "supported_parameters", supportedParameters);
        return query.toString();
    }

    /**
     * Whether a model is wanted.
     *
     * @param modalities what it answers with; null when it does not tell
     * @param parameters what it knows, perhaps nothing; null when it does not tell
     */
    boolean accepts(List<String> modalities, List<String> parameters) {
        boolean answers = outputModalities.isEmpty()
                || contains(outputModalities, ALL)
                || modalities == null
                || outputModalities.stream().anyMatch(wanted -> contains(modalities, wanted));
        return answers
                && (parameters == null
                        || supportedParameters.stream().allMatch(wanted -> contains(parameters, wanted)));
    }

    private static void append(StringBuilder query, String name, List<String> values) {
        if (!values.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
            query.append(values.stream().map(ModelFilter::encoded).collect(Collectors.joining(",")));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean contains(List<String> items, String wanted) {
        return items.stream().anyMatch(wanted::equalsIgnoreCase);
    }
}
