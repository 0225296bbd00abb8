package ai.fastrouter.camel.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String KEY = "0a1b2c3d4e5f-secret";

    private final Redaction redaction = new Redaction(KEY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Key 0a1b2c3d4e5f-secret is off | Key *** is off",
                "x0a1b2c3d4e5f-secretx0a1b2c3d4e5f-secret | x***x***",
                "Incorrect API key: sk-v1-AbC_12. See | Incorrect API key: ***. See",
                "sk-proj-ab12 | ***",
                "masked sk-ab****yz, too | masked ***, too",
                "(lr_live_1) [lr_mgmt_2] \"lr_sub_3\" | (***) [***] \"***\"",
                "lr_live_abc/def== | ***",
                "Authorization: Bearer xyz | Authorization: Bearer ***",
                "bearer  eyJh.bGci.Oi-J_ is bad | bearer  *** is bad",
                "\"bearer\":\"abc\" | \"bearer\":\"***\"",
                "BEARER a,b | BEARER ***,b",
                "?key=sk-123&x=1 | ?key=***&x=1"
            })
    void mask_keys_areMasked(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task-1 failed",
                "the disk-full risk-free desk-top",
                "sk-",
                "lr_live_",
                "A bearer",
                "bearer",
                "Invalid bearer token.",
                "Bearer authentication is needed",
                "forbearer x",
                "SK-1",
                "***"
            })
    void mask_plainText_isLeftAlone(String text) {
        assertThat(redaction.mask(text)).isSameAs(text);
    }

    @Test
    void mask_noKeyKnown_stillMasksWhatLooksLikeOne() {
        assertThat(new Redaction(null).mask("a sk-1")).isEqualTo("a ***");
        assertThat(new Redaction(" ").mask("a b")).isEqualTo("a b");
        assertThat(redaction.mask(null)).isNull();
    }

    @Test
    void sentence_controlCharacters_becomeOneBlank() {
        assertThat(redaction.sentence("\r\n a\tb\u0000\u001B[31mc\u2028\u202Ed \n"))
                .isEqualTo("a b [31mc d");
        assertThat(redaction.sentence(" \n\t")).isNull();
        assertThat(redaction.sentence(null)).isNull();
    }

    @Test
    void sentence_longText_isCutBetweenCharacters() {
        assertThat(redaction.sentence("x".repeat(1024))).isEqualTo("x".repeat(1024));
        assertThat(redaction.sentence("x".repeat(1025))).isEqualTo("x".repeat(1021) + "...");
        assertThat(redaction.sentence("x".repeat(1020) + "🌍".repeat(10))).isEqualTo("x".repeat(1020) + "...");
    }

    @Test
    void sentence_keyAtTheCut_leavesNoPieceOfIt() {
        for (int before = 980; before < 1060; before++) {
            String text = "x".repeat(before) + KEY + "y".repeat(2000);
            assertThat(redaction.sentence(text)).as("%d before", before).doesNotContain(KEY.substring(0, 2));
            String blanks = " ".repeat(before) + KEY + " ".repeat(100);
            assertThat(String.valueOf(redaction.sentence(blanks))).doesNotContain(KEY.substring(0, 2));
        }
    }

    @Test
    void body_keyAtTheCut_leavesNoPieceOfIt() {
        for (int before = 16_300; before < 16_420; before++) {
            String text = KEY.repeat(5) + "é" + "x".repeat(before - 100) + KEY + "y".repeat(100);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(redaction.body(bytes, bytes.length)).doesNotContain(KEY.substring(0, 2));
            assertThat(redaction.body(text)).doesNotContain(KEY.substring(0, 2)).hasSizeLessThanOrEqualTo(16_384);
        }
    }

    @Test
    void sentence_htmlPage_isItsTitle() {
        assertThat(redaction.sentence("\n<!DOCTYPE html><HTML><Title lang=en>\n502: Bad\n gateway </title>x"))
                .isEqualTo("502: Bad gateway");
        assertThat(redaction.sentence("<html><title></title><p>Oops")).isEqualTo("<html><title></title><p>Oops");
        assertThat(redaction.sentence("<html><title>cut")).isEqualTo("<html><title>cut");
        assertThat(redaction.sentence("<İ><title>İx</title>")).isEqualTo("İx");
    }
}
