package ai.fastrouter.camel.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.upload.Recording;
import ai.fastrouter.camel.gateway.RequestBody;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {

    private static final List<String> NINE = List.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");
    private static final String NOTHING_KNOWN = "00112233445566778899AABB";

    private final Message message = new DefaultMessage(new DefaultCamelContext());

    private UploadName name(Recording recording, List<String> allowed) throws Exception {
        return UploadName.of(message, recording, allowed);
    }

    private static Recording recording(String name, String type, String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new Recording(name, type, List.of(new RequestBody.Bytes(bytes)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp3,audio/mpeg",
        "a.WAV,audio/wav",
        "a.flac,audio/flac",
        "a.m4a,audio/mp4",
        "a.mp4,video/mp4",
        "a.mpeg,video/mpeg",
        "a.mpga,audio/mpeg",
        "a.ogg,audio/ogg",
        "a.webm,audio/webm"
    })
    void name_withAnAllowedExtension_isKeptAndGivesTheType(String fileName, String type) throws Exception {
        UploadName name = name(recording(fileName, null, NOTHING_KNOWN), NINE);
        assertThat(name).isEqualTo(new UploadName(fileName, type));
    }

    @ParameterizedTest
    @CsvSource({
        "524946460000000057415645,wav,audio/wav",
        "664C614300000022,flac,audio/flac",
        "4F6767530002000000000000,ogg,audio/ogg",
        "494433040000000000000000,mp3,audio/mpeg",
        "FFFB9064000000000000,mp3,audio/mpeg",
        "FFF384C4000000000000,mp3,audio/mpeg",
        "1A45DFA39F4286810142F781,webm,audio/webm",
        "00000020667479704D344120,m4a,audio/mp4",
        "000000186674797069736F6D,mp4,video/mp4",
        "000001BA440004000401,mpeg,video/mpeg"
    })
    void bytes_ofEachFormat_giveNameAndType(String hex, String extension, String type) throws Exception {
        assertThat(name(recording(null, null, hex), NINE)).isEqualTo(new UploadName("audio." + extension, type));
        assertThat(name(recording("voice", null, hex), NINE)).isEqualTo(new UploadName("voice." + extension, type));
    }

    @Test
    void header_fileName_winsOverTheFilesOwn() throws Exception {
        message.setHeader(Exchange.FILE_NAME, "some/where/renamed.ogg");
        assertThat(name(recording("own.wav", null, NOTHING_KNOWN), NINE).fileName())
                .isEqualTo("renamed.ogg");
    }

    @Test
    void header_fileNameOfAnotherStep_givesWayToTheFilesOwn() throws Exception {
        message.setHeader(Exchange.FILE_NAME, "list.txt");
        assertThat(name(recording("own.wav", null, NOTHING_KNOWN), NINE).fileName())
                .isEqualTo("own.wav");
    }

    @Test
    void header_contentType_givesTheExtensionThatIsMissing() throws Exception {
        message.setHeader(Exchange.CONTENT_TYPE, "audio/x-m4a; charset=binary");
        assertThat(name(recording("voice", null, NOTHING_KNOWN), NINE))
                .isEqualTo(new UploadName("voice.m4a", "audio/x-m4a; charset=binary"));
    }

    @Test
    void header_fileContentType_winsOverTheMessages() throws Exception {
        message.setHeader(Exchange.CONTENT_TYPE, "audio/ogg");
        message.setHeader(Exchange.FILE_CONTENT_TYPE, "audio/flac");
        assertThat(name(recording(null, null, NOTHING_KNOWN), NINE))
                .isEqualTo(new UploadName("audio.flac", "audio/flac"));
    }

    @Test
    void header_contentTypeOfSomethingElse_isNotTaken() throws Exception {
        message.setHeader(Exchange.CONTENT_TYPE, "multipart/form-data; boundary=x");
        assertThat(name(recording("voice.wav", null, NOTHING_KNOWN), NINE).contentType())
                .isEqualTo("audio/wav");
    }

    @Test
    void attachment_type_winsOverTheMessages() throws Exception {
        message.setHeader(Exchange.CONTENT_TYPE, "audio/ogg");
        assertThat(name(recording(null, "audio/wav", NOTHING_KNOWN), NINE).fileName())
                .isEqualTo("audio.wav");
    }

    @Test
    void extension_thatIsNotAllowed_isReplacedWhereTheBytesAreKnown() throws Exception {
        assertThat(name(recording("voice.opus", null, "4F6767530002000000000000"), NINE))
                .isEqualTo(new UploadName("voice.ogg", "audio/ogg"));
    }

    @Test
    void format_thatIsNotKnown_isRefusedWithTheWaysOut() {
        assertThatThrownBy(() -> name(recording("voice", null, NOTHING_KNOWN), NINE))
                .isInstanceOfSatisfying(
                        FastRouterRequestException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo("unsupported_format"))
                .hasMessageContaining("flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav, webm")
                .hasMessageContaining("CamelFileName")
                .hasMessageContaining("allowedUploadFormats");
    }

    @Test
    void format_thatIsKnownButNotAllowed_isNamed() {
        assertThatThrownBy(() -> name(recording(null, null, "FFF15080011FFC"), NINE))
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("format is aac");
        assertThatThrownBy(() -> name(recording("a.mp3", null, "FFFB9064"), List.of("wav")))
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("format is mp3")
                .hasMessageContaining("one of wav");
    }

    @Test
    void star_allowsAnything() throws Exception {
        assertThat(name(recording("voice.xyz", null, NOTHING_KNOWN), List.of("*")))
                .isEqualTo(new UploadName("voice.xyz", "application/octet-stream"));
        assertThat(name(recording(null, null, NOTHING_KNOWN), List.of("*")))
                .isEqualTo(new UploadName("audio", "application/octet-stream"));
        assertThat(name(recording(null, null, "FFF15080011FFC"), List.of("*")))
                .isEqualTo(new UploadName("audio.aac", "audio/aac"));
    }

    @Test
    void bytes_fewerThanNeeded_areNotKnown() {
        assertThatThrownBy(() -> name(recording(null, null, "52"), NINE))
                .isInstanceOf(FastRouterRequestException.class);
    }

    @Test
    void firstBytes_ofAFileAndOfAStream_areLookedAt() throws Exception {
        byte[] wav = HexFormat.of().parseHex("524946460000000057415645");
        java.nio.file.Path file = java.nio.file.Files.createTempFile("first", "bytes");
        try {
            java.nio.file.Files.write(file, wav);
            Recording ofFile = new Recording(null, null, List.of(new RequestBody.FilePart(file, wav.length)));
            assertThat(name(ofFile, NINE).fileName()).isEqualTo("audio.wav");
        } finally {
            java.nio.file.Files.delete(file);
        }
        Recording ofStream = new Recording(
                null, null, List.of(new RequestBody.Source(() -> new java.io.ByteArrayInputStream(wav), wav.length)));
        assertThat(name(ofStream, NINE).fileName()).isEqualTo("audio.wav");
    }
}
