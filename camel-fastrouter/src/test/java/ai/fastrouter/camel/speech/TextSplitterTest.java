package ai.fastrouter.camel.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSplitterTest {

    @Test
    void text_ofTwoSentences_isSplitBetweenThem() {
        assertThat(TextSplitter.split("It rains. Take an umbrella with you.", 28))
                .containsExactly("It rains.", "Take an umbrella with you.");
    }

    @Test
    void sentences_thatFitTogether_stayTogether() {
        assertThat(TextSplitter.split("One. Two. Three. Four.", 12)).containsExactly("One. Two.", "Three. Four.");
    }

    @Test
    void sentence_longerThanTheLimit_isSplitAfterWords() {
        List<String> parts = TextSplitter.split("alpha beta gamma delta, epsilon zeta", 13);
        assertThat(parts).containsExactly("alpha beta", "gamma delta,", "epsilon zeta");
    }

    @Test
    void word_longerThanTheLimit_isSplitHard() {
        assertThat(TextSplitter.split("abcdefghijkl mno", 5)).containsExactly("abcde", "fghij", "kl", "mno");
    }

    @Test
    void surrogatePair_atTheLimit_isNotSplit() {
        String faces = "\uD83D\uDE00".repeat(7);
        List<String> parts = TextSplitter.split(faces, 3);
        assertThat(String.join("", parts)).isEqualTo(faces);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.codePointCount(0, part.length()) * 2)
                        .as("whole pairs")
                        .isEqualTo(part.length()));
        assertThat(parts).hasSize(3);
    }

    @Test
    void combiningAccent_atTheLimit_staysWithItsLetter() {
        assertThat(TextSplitter.split("e\u0301".repeat(4), 3))
                .allSatisfy(part -> assertThat(part).startsWith("e"));
    }

    @Test
    void length_isCountedInCodePoints() {
        assertThat(TextSplitter.isLonger("\uD83D\uDE00".repeat(4096), 4096)).isFalse();
        assertThat(TextSplitter.isLonger("\uD83D\uDE00".repeat(4097), 4096)).isTrue();
        assertThat(TextSplitter.isLonger("a".repeat(4096), 4096)).isFalse();
    }

    @Test
    void blanks_betweenParts_makeNoParts() {
        assertThat(TextSplitter.split("One." + " ".repeat(50) + "Two.\n\n\n", 10))
                .containsExactly("One.", "Two.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40, 200, 4096})
    void anyLimit_losesNoWord(int limit) {
        String text = IntStream.range(0, 400)
                .mapToObj(i -> "Sentence " + i + " says \u00fc\u4e2d\u6587\uD83D\uDE00, and that's it.")
                .collect(Collectors.joining(" "));
        List<String> parts = TextSplitter.split(text, limit);
        assertThat(String.join("", parts).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.codePointCount(0, part.length())).isBetween(1, limit));
    }
}
