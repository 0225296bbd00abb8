package ai.fastrouter.camel.test.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the capitals of some countries. */
final class Capitals {

    private static final Pattern QUESTION =
            Pattern.compile("capital(?: city)? of (?:the )?([\\p{L} ]+)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> CAPITALS = Map.ofEntries(
            Map.entry("argentina", "Buenos Aires"),
            Map.entry("australia", "Canberra"),
            Map.entry("austria", "Vienna"),
            Map.entry("belgium", "Brussels"),
            Map.entry("brazil", "Brasília"),
            Map.entry("canada", "Ottawa"),
            Map.entry("chile", "Santiago"),
            Map.entry("china", "Beijing"),
            Map.entry("denmark", "Copenhagen"),
            Map.entry("egypt", "Cairo"),
            Map.entry("finland", "Helsinki"),
            Map.entry("france", "Paris"),
            Map.entry("germany", "Berlin"),
            Map.entry("greece", "Athens"),
            Map.entry("hungary", "Budapest"),
            Map.entry("india", "New Delhi"),
            Map.entry("indonesia", "Jakarta"),
            Map.entry("ireland", "Dublin"),
            Map.entry("italy", "Rome"),
            Map.entry("japan", "Tokyo"),
            Map.entry("kenya", "Nairobi"),
            Map.entry("mexico", "Mexico City"),
            Map.entry("morocco", "Rabat"),
            Map.entry("netherlands", "Amsterdam"),
            Map.entry("new zealand", "Wellington"),
            Map.entry("nigeria", "Abuja"),
            Map.entry("norway", "Oslo"),
            Map.entry("peru", "Lima"),
            Map.entry("poland", "Warsaw"),
            Map.entry("portugal", "Lisbon"),
            Map.entry("south korea", "Seoul"),
            Map.entry("spain", "Madrid"),
            Map.entry("sweden", "Stockholm"),
            Map.entry("switzerland", "Bern"),
            Map.entry("thailand", "Bangkok"),
            Map.entry("turkey", "Ankara"),
            Map.entry("ukraine", "Kyiv"),
            Map.entry("united kingdom", "London"),
            Map.entry("united states", "Washington, D.C."),
            Map.entry("vietnam", "Hanoi"));

    private Capitals() {}

    /** For example {@code The capital of France is Paris.}; empty when the question asks for none it knows. */
    static Optional<String> answer(String question) {
        Matcher matcher = QUESTION.matcher(question);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String country = matcher.group(1).trim();
        String capital = CAPITALS.get(country.toLowerCase(Locale.ROOT));
        return capital == null ? Optional.empty() : Optional.of("The capital of " + country + " is " + capital + ".");
    }
}
