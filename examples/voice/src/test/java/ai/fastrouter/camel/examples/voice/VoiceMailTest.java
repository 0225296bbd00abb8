package ai.fastrouter.camel.examples.voice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Heard;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the whole example, as the command does. */
@Timeout(30)
class VoiceMailTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void voiceMail_emptyDirectory_makesSamplesAndWritesAllOfThem(boolean yaml) throws Exception {
        run(yaml);

        assertThat(names("written"))
                .containsExactly(
                        "baker.json",
                        "baker.srt",
                        "baker.summary.mp3",
                        "baker.txt",
                        "capital.answer.wav",
                        "garage.json",
                        "garage.srt",
                        "garage.summary.mp3",
                        "garage.txt");
        assertThat(written("baker.txt"))
                .startsWith("The bread order for Friday is still open")
                .endsWith("bakery.");
        assertThat(written("baker.json")).contains("\"segments\" : [").contains("\"duration\" : ");
        assertThat(written("baker.srt"))
                .startsWith("1\n00:00:00,000 --> 00:00:0")
                .contains("\n2\n")
                .contains("This is Anna from the bakery.");
        assertThat(heard("baker.summary.mp3").text())
                .hasValue("In short: The bread order for Friday is still open, please call back before noon.");
        assertThat(heard("capital.answer.wav").text().orElse("")).contains("Lisbon");
        assertThat(names("recordings/done")).containsExactly("baker.wav", "garage.wav");
    }

    @Test
    void voiceMail_runAgain_paysForNewRecordingsOnly() throws Exception {
        record("recordings/first.wav", "One.");
        run(false);
        record("recordings/second.wav", "Two.");
        run(false);

        assertThat(names("recordings/done")).containsExactly("first.wav", "second.wav");
        assertThat(GATEWAY.gateway().requests(Operation.TRANSCRIPTION)).hasSize(2);
        assertThat(GATEWAY.gateway().requests(Operation.SPEECH)).hasSize(2);
    }

    @Test
    void voiceMail_brokenRecording_isPutAsideAndTheRestIsDone() throws Exception {
        record("recordings/good.wav", "All is well.");
        Files.writeString(directory.resolve("recordings/broken.wav"), "");
        run(false);

        assertThat(names("recordings/failed")).containsExactly("broken.wav");
        assertThat(names("written")).containsExactly("good.json", "good.srt", "good.summary.mp3", "good.txt");
    }

    private void run(boolean yaml) throws Exception {
        LocalGateway gateway = GATEWAY.gateway();
        VoiceMail.run(
                yaml,
                Map.of(
                        "voice.dir",
                        directory.toString(),
                        "camel.component.fastrouter.base-url",
                        gateway.baseUrl(),
                        "camel.component.fastrouter.api-key",
                        "any",
                        // the folders are looked into after a second for the first time
                        "camel.main.duration-max-idle-seconds",
                        "3"));
    }

    private void record(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            Voice.speak(text, AudioFormat.WAV, 1, out);
        }
    }

    private String written(String name) throws IOException {
        return Files.readString(directory.resolve("written").resolve(name));
    }

    private Heard heard(String name) throws IOException {
        try (InputStream audio =
                Files.newInputStream(directory.resolve("written").resolve(name))) {
            return Voice.listen(audio);
        }
    }

    private String[] names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toArray(String[]::new);
        }
    }
}
