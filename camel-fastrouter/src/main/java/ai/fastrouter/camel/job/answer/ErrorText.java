package ai.fastrouter.camel.job.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what an answer says went wrong, in any of the envelopes in which gateways say it. */
final class ErrorText {

    private ErrorText() {}

    /** Whether the answer has an error in it. */
    static boolean isError(Map<String, Object> answer) {
        return isPresent(answer.get("error")) || isPresent(answer.get("detail"));
    }

    /**
     * The text: {@code error.message}, {@code error} as text, {@code message}, {@code detail} as text or the messages of its items.
     *
     * @return null when there is none
     */
    static String of(Map<String, Object> answer) {
        Object error = answer.get("error");
        String text = error instanceof Map ? Values.text(Values.object(error).get("message")) : Values.text(error);
        if (text == null) {
            text = Values.text(answer.get("message"));
        }
        return text != null ? text : detail(answer.get("detail"));
    }

    /** Whether any of the texts says that the job goes on, which is how one provider answers a question that came too early. */
    static boolean saysInProgress(Map<String, Object> answer) {
        Object error = answer.get("error");
        return speaksOfProgress(
                        error instanceof Map ? Values.text(Values.object(error).get("message")) : Values.text(error))
                || speaksOfProgress(Values.text(answer.get("message")))
                || speaksOfProgress(detail(answer.get("detail")));
    }

    private static boolean speaksOfProgress(String text) {
        return text != null && text.toLowerCase(Locale.ROOT).replace('_', ' ').contains("in progress");
    }

    private static String detail(Object detail) {
        if (!(detail instanceof List<?> items)) {
            return detail instanceof Map ? Values.text(Values.object(detail).get("msg")) : Values.text(detail);
        }
        StringBuilder all = new StringBuilder();
        for (Object item : items) {
            String text = item instanceof Map ? Values.text(Values.object(item).get("msg")) : Values.text(item);
            if (text != null) {
                all.append(all.isEmpty() ? "" : "; ").append(text);
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    /** An empty object or text beside a good answer is no error. */
    private static boolean isPresent(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return false;
        }
        boolean empty = value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        return !empty;
    }
}
