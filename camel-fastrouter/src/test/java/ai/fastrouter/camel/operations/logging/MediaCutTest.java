package ai.fastrouter.camel.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is cut out of bodies before they are logged. */
class MediaCutTest {

    private static final String SHORT = Base64.getEncoder().encodeToString("RIFF".getBytes());
    private static final String LONG = Base64.getEncoder().encodeToString(new byte[300]);

    @Test
    void dataField_ofAnyLength_isReplacedByItsSize() {
        assertThat(MediaCut.cut("{\"input_audio\":{\"data\":\"" + SHORT + "\",\"format\":\"wav\"}}"))
                .isEqualTo("{\"input_audio\":{\"data\":\"<4 bytes>\",\"format\":\"wav\"}}");
        assertThat(MediaCut.cut("{\"data\" : \"" + SHORT + "\"}")).isEqualTo("{\"data\" : \"<4 bytes>\"}");
        assertThat(MediaCut.cut("{\"b64_json\":\"" + SHORT + "\"}")).isEqualTo("{\"b64_json\":\"<4 bytes>\"}");
    }

    @Test
    void dataAddress_inAnyField_isReplacedByItsSize() {
        assertThat(MediaCut.cut("{\"url\":\"data:image/png;base64," + SHORT + "\"}"))
                .isEqualTo("{\"url\":\"data:image/png;base64,<4 bytes>\"}");
    }

    @Test
    void longRun_anywhere_isReplacedByItsSize() {
        assertThat(MediaCut.cut("{\"blob\":\"" + LONG + "\"}")).isEqualTo("{\"blob\":\"<300 bytes>\"}");
        assertThat(MediaCut.cut("{\"blob\":\"" + LONG.replace("A", "\\/") + "\"}"))
                .doesNotContain("\\/\\/")
                .contains("bytes>");
    }

    @Test
    void prose_ofAnyLength_staysAsItIs() {
        String prose = "{\"content\":\"" + "Say hello, in French/German or Esperanto. ".repeat(50) + "\"}";

        assertThat(MediaCut.cut(prose)).isSameAs(prose);
    }
}
