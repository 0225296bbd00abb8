package ai.fastrouter.camel.test.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a question in words, always the same way. */
final class Talk {

    private static final Pattern GREETING =
            Pattern.compile("(?i)^(hi|hello|hey|good (morning|afternoon|evening)|greetings|bonjour|hallo)\\b.{0,40}$");
    private static final Pattern REPEAT = Pattern.compile(
            "(?is)^(?:please )?(?:say|repeat|echo|reply with|answer with)(?: exactly)?:?\\s+(.+?)\\s*$");
    private static final Pattern SUMMARY = Pattern.compile("(?is)^(?:please )?summari[sz]e[^:\\n]*[:\\n]\\s*(.+)$");

    private Talk() {}

    /** The answer to a question. */
    static String about(String question) {
        String text = question.trim();
        if (text.isEmpty()) {
            return "I did not get a question.";
        }
        return Arithmetic.solve(text)
                .map(solved -> solved + ".")
                .or(() -> Capitals.answer(text))
                .or(() -> first(REPEAT, text))
                .or(() -> first(SUMMARY, text).map(Talk::summary))
                .or(() -> known(text))
                .orElseGet(() -> restate(text));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group(1);
        boolean quoted = found.length() > 1 && found.startsWith("\"") && found.endsWith("\"");
        return Optional.of(quoted ? found.substring(1, found.length() - 1) : found);
    }

    /** The first sentence, or the first 20 words of a long one. */
    private static String summary(String text) {
        String sentence = text.strip().split("(?<=[.!?])\\s", 2)[0];
        String[] words = sentence.split("\\s+");
        return words.length <= 20
                ? "In short: " + sentence
                : "In short: " + String.join(" ", java.util.Arrays.copyOf(words, 20)) + " ...";
    }

    private static Optional<String> known(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (GREETING.matcher(text).find()) {
            return Optional.of("Hello! How can I help you today?");
        }
        if (lower.contains("joke")) {
            return Optional.of("Why did the camel cross the road? Its route said so.");
        }
        if (lower.contains("who are you") || lower.contains("what are you")) {
            return Optional.of("I am the local gateway: a stand-in for an AI gateway that runs in your own process.");
        }
        if (lower.contains("haiku") || lower.contains("poem")) {
            return Optional.of("A message travels,\nthe camel carries it home:\nthe desert answers.");
        }
        if (lower.startsWith("thank")) {
            return Optional.of("You are welcome!");
        }
        return Optional.empty();
    }

    private static String restate(String text) {
        String shown = text.length() <= 500 ? text : text.substring(0, 500) + " ...";
        return (text.endsWith("?") ? "You asked: " : "You said: ")
                + shown
                + (text.endsWith("?")
                        ? " I am the local gateway and know only greetings, sums, capitals and your tools."
                        : "");
    }
}
