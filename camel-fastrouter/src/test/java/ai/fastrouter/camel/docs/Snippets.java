package ai.fastrouter.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the code in Markdown and AsciiDoc pages. */
final class Snippets {

    private static final Pattern MARKER = Pattern.compile("snippet: ([^\\s>]+)");
    private static final Pattern MARKDOWN = Pattern.compile("```(java|xml|yaml|properties|sql)\\s*");
    private static final Pattern ASCIIDOC = Pattern.compile("\\[source,\\s*(java|xml|yaml|properties|sql)[^]]*]");

    private Snippets() {}

    static List<Snippet> of(Path root, List<Path> pages) throws IOException {
        List<Snippet> found = new ArrayList<>();
        for (Path page : pages) {
            collect(root.relativize(page), Files.readAllLines(page), found);
        }
        return found;
    }

    private static void collect(Path page, List<String> lines, List<Snippet> found) {
        String source = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher marker = MARKER.matcher(line);
            if (marker.find()) {
                source = marker.group(1);
                continue;
            }
            boolean markdown = MARKDOWN.matcher(line).matches();
            boolean asciidoc = ASCIIDOC.matcher(line).matches();
            if (markdown || asciidoc) {
                int begin = asciidoc ? i + 2 : i + 1;
                String fence = asciidoc ? lines.get(i + 1) : "```";
                int end = begin;
                while (!lines.get(end).equals(fence)) {
                    end++;
                }
                found.add(new Snippet(page, i + 1, source, String.join("\n", lines.subList(begin, end))));
                i = end;
                source = null;
            }
        }
    }
}
