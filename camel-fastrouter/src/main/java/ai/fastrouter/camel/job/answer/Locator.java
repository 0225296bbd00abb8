package ai.fastrouter.camel.job.answer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Where the finished audio is.
 *
 * @param url         an absolute http or https address
 * @param contentType its media type, if the answer tells it beside the address
 * @param fileName    its file name, if the answer tells it beside the address
 */
record Locator(String url, String contentType, String fileName) {

    private static final String[] WRAPPERS = {"data", "output", "result", "response"};

    /**
     * Searches an answer. The first match wins: {@code audio_url} as text or object, {@code audio.url}, {@code audio} as text,
     * {@code audio_file.url}; the same four under {@code data}, {@code output}, {@code result} and {@code response}, each an
     * object or the first item of an array; {@code fastrouter_assets.urls[0]}; {@code data[0].url}. Anything but http and https
     * is passed over.
     *
     * @return null when there is none
     */
    static Locator find(Map<String, Object> answer) {
        Locator found = direct(answer);
        for (int i = 0; found == null && i < WRAPPERS.length; i++) {
            found = direct(Values.objectOrFirst(answer.get(WRAPPERS[i])));
        }
        if (found == null) {
            Map<String, Object> assets = Values.object(answer.get("fastrouter_assets"));
            found = of(Values.first(assets.get("urls")), Map.of());
        }
        return found != null || !(answer.get("data") instanceof Iterable<?>)
                ? found
                : ofObject(Values.objectOrFirst(answer.get("data")));
    }

    private static Locator direct(Map<String, Object> answer) {
        Object address = answer.get("audio_url");
        Locator found = address instanceof Map ? ofObject(Values.object(address)) : of(address, answer);
        if (found == null) {
            Object audio = answer.get("audio");
            found = audio instanceof Map ? ofObject(Values.object(audio)) : of(audio, answer);
        }
        return found != null ? found : ofObject(Values.object(answer.get("audio_file")));
    }

    private static Locator ofObject(Map<String, Object> file) {
        return of(file.get("url"), file);
    }

    private static Locator of(Object address, Map<String, Object> beside) {
        if (!(address instanceof String url) || !isHttp(url)) {
            return null;
        }
        return new Locator(url, Values.text(beside.get("content_type")), Values.text(beside.get("file_name")));
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
