package ai.fastrouter.camel.test.answer;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts some German, French and Spanish words into English, one by one; what it does not know stays. */
final class English {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("guten", "good"),
            Map.entry("morgen", "morning"),
            Map.entry("abend", "evening"),
            Map.entry("danke", "thanks"),
            Map.entry("bitte", "please"),
            Map.entry("und", "and"),
            Map.entry("ich", "I"),
            Map.entry("bin", "am"),
            Map.entry("ist", "is"),
            Map.entry("hier", "here"),
            Map.entry("welt", "world"),
            Map.entry("hallo", "hello"),
            Map.entry("bonjour", "hello"),
            Map.entry("merci", "thanks"),
            Map.entry("monde", "world"),
            Map.entry("oui", "yes"),
            Map.entry("je", "I"),
            Map.entry("suis", "am"),
            Map.entry("ici", "here"),
            Map.entry("hola", "hello"),
            Map.entry("mundo", "world"),
            Map.entry("gracias", "thanks"),
            Map.entry("buenos", "good"),
            Map.entry("soy", "am"));

    private English() {}

    static String of(String text) {
        return WORD.matcher(text).replaceAll(English::word);
    }

    private static String word(MatchResult match) {
        String word = match.group();
        String english = WORDS.get(word.toLowerCase(Locale.ROOT));
        if (english == null) {
            return word;
        }
        return Character.isUpperCase(word.charAt(0))
                ? Character.toUpperCase(english.charAt(0)) + english.substring(1)
                : english;
    }
}
