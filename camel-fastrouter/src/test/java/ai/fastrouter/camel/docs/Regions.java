package ai.fastrouter.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a file, or the lines between {@code tag::region[]} and {@code end::region[]} in it, without their common indentation and with
 * the version of the project filled in.
 */
final class Regions {

    private Regions() {}

    static String read(Path root, String source) throws IOException {
        int hash = source.indexOf('#');
        Path file = root.resolve(hash < 0 ? source : source.substring(0, hash));
        List<String> lines = Files.readAllLines(file);
        if (hash >= 0) {
            lines = between(lines, source.substring(hash + 1), source);
        }
        lines = lines.stream().filter(line -> !isTag(line)).toList();
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        String text = String.join(
                "\n",
                lines.stream()
                        .map(line -> line.isBlank() ? "" : line.substring(indent))
                        .toList());
        return text.replace("${project.version}", version(root));
    }

    private static String version(Path root) throws IOException {
        String pom = Files.readString(root.resolve("pom.xml"));
        int begin = pom.indexOf("<version>") + "<version>".length();
        return pom.substring(begin, pom.indexOf("</version>", begin));
    }

    private static boolean isTag(String line) {
        return line.contains("tag::") || line.contains("end::");
    }

    private static List<String> between(List<String> lines, String region, String source) {
        int begin = index(lines, "tag::" + region + "[]");
        int end = index(lines, "end::" + region + "[]");
        if (begin < 0 || end < begin) {
            throw new AssertionError("No region " + source);
        }
        return lines.subList(begin + 1, end);
    }

    private static int index(List<String> lines, String tag) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(tag)) {
                return i;
            }
        }
        return -1;
    }
}
