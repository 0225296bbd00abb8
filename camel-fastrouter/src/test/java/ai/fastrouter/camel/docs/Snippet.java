package ai.fastrouter.camel.docs;

import java.nio.file.Path;

/**
 * A piece of code in a page.
 *
 * @param page   the page, seen from the repository's root
 * @param line   where it begins
 * @param source the file and region it must equal; null when the page does not say
 * @param text   the code
 */
record Snippet(Path page, int line, String source, String text) {

    @Override
    public String toString() {
        return page + ":" + line + " -> " + source;
    }
}
