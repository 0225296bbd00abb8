package ai.fastrouter.camel.gateway.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.RequestBody;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final RequestBody.Segment EMPTY = new RequestBody.Bytes(ByteBuffer.allocate(0));

    @TempDir
    private Path folder;

    @Test
    void build_fieldsFileStreamAndBytes_readBackByteForByte() throws Exception {
        byte[] audio = new byte[100_000];
        new Random(3).nextBytes(audio);
        Path file = Files.write(folder.resolve("a.mp3"), audio);

        RequestBody body = new MultipartBody()
                .text("model", "openai/whisper-1")
                .text("prompt", "Grüße,\n世界 🎧\r\n--")
                .file("file", "a.mp3", "audio/mpeg", new RequestBody.FilePart(file, audio.length))
                .text("timestamp_granularities[]", "word")
                .text("timestamp_granularities[]", "segment")
                .file("s", null, null, new RequestBody.Source(() -> new ByteArrayInputStream(audio), audio.length))
                .file("b", "b.wav", "audio/wav; rate=8000", new RequestBody.Bytes(ByteBuffer.wrap(audio, 10, 20)))
                .build();
        ParsedForm form = new ParsedForm(body);

        assertThat(form.parts)
                .extracting(ParsedForm.Part::headers)
                .containsExactly(
                        "Content-Disposition: form-data; name=\"model\"",
                        "Content-Disposition: form-data; name=\"prompt\"",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\nContent-Type: audio/mpeg",
                        "Content-Disposition: form-data; name=\"timestamp_granularities[]\"",
                        "Content-Disposition: form-data; name=\"timestamp_granularities[]\"",
                        "Content-Disposition: form-data; name=\"s\"\nContent-Type: application/octet-stream",
                        "Content-Disposition: form-data; name=\"b\"; filename=\"b.wav\"\nContent-Type: audio/wav; rate=8000");
        assertThat(form.parts.get(0).text()).isEqualTo("openai/whisper-1");
        assertThat(form.parts.get(1).text()).isEqualTo("Grüße,\n世界 🎧\r\n--");
        assertThat(form.parts.get(2).content()).isEqualTo(audio);
        assertThat(form.parts.get(3).text()).isEqualTo("word");
        assertThat(form.parts.get(4).text()).isEqualTo("segment");
        assertThat(form.parts.get(5).content()).isEqualTo(audio);
        assertThat(form.parts.get(6).content()).containsExactly(Arrays.copyOfRange(audio, 10, 30));
        assertThat(body.length()).isEqualTo(ParsedForm.bytes(body).length);
        assertThat(ParsedForm.bytes(body)).as("sent again").isEqualTo(ParsedForm.bytes(body));
    }

    static Stream<Arguments> oddNames() {
        return Stream.of(
                Arguments.of("a\"b.mp3", "a%22b.mp3"),
                Arguments.of("a\r\nX-Evil: 1.mp3", "a%0D%0AX-Evil: 1.mp3"),
                Arguments.of("naïve 世界🎧.mp3", "naïve 世界🎧.mp3"),
                Arguments.of("back\\slash.mp3", "back\\slash.mp3"),
                Arguments.of("100%22.mp3", "100%22.mp3"),
                Arguments.of("nul\0\u007F\t.mp3", "nul%00%7F%09.mp3"),
                Arguments.of("half\uD83C.mp3", "half?.mp3"),
                Arguments.of("semi;colon=x.mp3", "semi;colon=x.mp3"));
    }

    @ParameterizedTest
    @MethodSource("oddNames")
    void build_oddNames_areEscaped(String name, String escaped) throws Exception {
        RequestBody body = new MultipartBody()
                .text(name, "v")
                .file(name, name, "a/b", EMPTY)
                .build();
        ParsedForm form = new ParsedForm(body);

        assertThat(form.parts)
                .extracting(ParsedForm.Part::headers)
                .containsExactly(
                        "Content-Disposition: form-data; name=\"" + escaped + "\"",
                        "Content-Disposition: form-data; name=\"" + escaped + "\"; filename=\"" + escaped
                                + "\"\nContent-Type: a/b");
    }

    @Test
    void build_emptyFileAndEmptyText_areEmptyParts() throws Exception {
        RequestBody body = new MultipartBody()
                .file("file", "empty.wav", "audio/wav", EMPTY)
                .text("prompt", "")
                .build();
        ParsedForm form = new ParsedForm(body);

        assertThat(form.parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.content()).isEmpty());
        assertThat(body.length()).isEqualTo(ParsedForm.bytes(body).length);
    }

    @Test
    void length_hugeFile_isExact() throws Exception {
        long huge = 5_000_000_000_000L;
        RequestBody small = new MultipartBody()
                .file("file", "x", "a/b", new RequestBody.Bytes(ByteBuffer.allocate(1)))
                .build();
        RequestBody large = new MultipartBody()
                .file("file", "x", "a/b", new RequestBody.FilePart(folder.resolve("never opened"), huge))
                .build();

        assertThat(large.length()).isEqualTo(small.length() - 1 + huge);
    }

    @Test
    void build_twoForms_haveDifferentBoundaries() {
        RequestBody one = new MultipartBody().build();
        RequestBody other = new MultipartBody().build();

        assertThat(one.contentType()).isNotEqualTo(other.contentType());
        assertThat(one.contentType()).matches("multipart/form-data; boundary=[a-zA-Z0-9-]{32,70}");
    }

    @Test
    void build_contentInMemory_isNotCopied() throws Exception {
        RequestBody.Bytes content = new RequestBody.Bytes(ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        RequestBody body = new MultipartBody().file("f", "f", "a/b", content).build();

        assertThat(body.segments()).hasSize(3);
        assertThat(body.segments().get(1)).isSameAs(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "audio",
                "/mpeg",
                "audio/",
                "audio/mpeg\r\nX-Evil: 1",
                "audio/mpeg; a=\n",
                "audio /mpeg",
                "audio/mp eg",
                "äudio/mpeg",
                "audio/mpeg; name=ä",
                "a/b/c",
                "audio/mpeg,audio/wav"
            })
    void file_badContentType_isRefused(String type) {
        FastRouterRequestException failure = catchThrowableOfType(
                FastRouterRequestException.class, () -> new MultipartBody().file("file", "f", type, EMPTY));

        assertThat(failure)
                .hasMessageContaining("content type of the part file")
                .hasMessageContaining("like audio/mpeg");
        assertThat(failure.getMessage()).doesNotContain("\r").doesNotContain("\n");
        assertThat(failure.getCode()).isEqualTo("invalid_content_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/mpeg", "audio/x-wav;codec=1", "application/vnd.a+json ; charset=\"utf-8\"", "A/B"})
    void file_goodContentType_isTaken(String type) throws Exception {
        RequestBody body = new MultipartBody().file("file", "f", type, EMPTY).build();

        assertThat(new ParsedForm(body).parts.get(0).headers()).endsWith("\nContent-Type: " + type);
    }

    @Test
    void file_negativeLength_isRefused() {
        assertThatThrownBy(() ->
                        new MultipartBody().file("file", "f", "a/b", new RequestBody.FilePart(folder.resolve("f"), -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file is -1");
    }
}
