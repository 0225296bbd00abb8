package ai.fastrouter.camel.exchange.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoolTest {

    @TempDir
    Path directory;

    private SpoolSettings settings;

    @BeforeEach
    void settings() {
        settings = new SpoolSettings(10_000, directory, null);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.toList();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Spool written(SpoolSettings settings, byte[] bytes, int packet) throws IOException {
        Spool spool = new Spool(settings, -1);
        for (int i = 0; i < bytes.length; i += packet) {
            spool.append(ByteBuffer.wrap(bytes, i, Math.min(packet, bytes.length - i)));
        }
        spool.complete();
        return spool;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9999,100", "10000,3000", "10001,3000", "500000,8192", "500000,200000", "700000,131072"})
    void bytes_inPacketsOfAnySize_areReadBack(int size, int packet) throws IOException {
        byte[] bytes = random(size);
        Spool spool = written(settings, bytes, packet);
        assertThat(spool.length()).isEqualTo(size);
        assertThat(spool.inMemory()).isEqualTo(size <= 10_000);
        assertThat(files()).hasSize(size <= 10_000 ? 0 : 1);
        for (int i = 0; i < 2; i++) {
            try (InputStream in = spool.open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
        spool.discard();
        assertThat(files()).isEmpty();
    }

    @Test
    void file_isForItsOwnerOnly() throws IOException {
        Spool spool = written(settings, random(20_000), 5000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        spool.discard();
    }

    @Test
    void readers_atOnce_doNotDisturbEachOther() throws IOException {
        byte[] bytes = random(100_000);
        Spool spool = written(settings, bytes, 5000);
        try (InputStream one = spool.open();
                InputStream two = spool.open()) {
            one.skipNBytes(50_000);
            assertThat(two.readNBytes(10)).isEqualTo(java.util.Arrays.copyOf(bytes, 10));
            assertThat(one.read()).isEqualTo(bytes[50_000] & 0xff);
        }
        spool.discard();
    }

    @ParameterizedTest
    @CsvSource({"AES/CTR/NoPadding", "AES/CBC/PKCS5Padding"})
    void cipher_keepsTheAudioOutOfTheFile(String cipher) throws IOException {
        byte[] bytes = new byte[300_001];
        Spool spool = written(new SpoolSettings(1000, directory, cipher), bytes, 4096);
        byte[] onDisk = Files.readAllBytes(files().get(0));
        int zeros = 0;
        for (byte b : onDisk) {
            zeros += b == 0 ? 1 : 0;
        }
        assertThat(zeros).isLessThan(onDisk.length / 100);
        try (InputStream in = spool.open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        List<RequestBody.Segment> segments = new ArrayList<>();
        spool.addTo(segments);
        assertThat(segments).singleElement().isInstanceOf(RequestBody.Source.class);
        assertThat(segments.get(0).length()).isEqualTo(300_001);
        spool.discard();
    }

    @Test
    void cipher_thatDoesNotExist_isAFailure() {
        assertThatThrownBy(() -> written(new SpoolSettings(10, directory, "ROT13"), random(100), 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cipher");
    }

    @Test
    void segments_areTheFileItself() throws IOException {
        Spool spool = written(settings, random(20_000), 5000);
        List<RequestBody.Segment> segments = new ArrayList<>();
        spool.addTo(segments);
        assertThat(segments).containsExactly(new RequestBody.FilePart(files().get(0), 20_000));
        spool.discard();
    }

    @Test
    void discarded_whileItIsWritten_leavesNothingAndEndsTheWriting() throws IOException {
        Spool spool = new Spool(settings, -1);
        spool.append(ByteBuffer.wrap(random(20_000)));
        assertThat(files()).hasSize(1);
        spool.discard();
        spool.discard();
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> spool.append(ByteBuffer.allocate(1))).isInstanceOf(IOException.class);
        assertThatThrownBy(spool::complete).isInstanceOf(IOException.class);
        assertThatThrownBy(spool::open).isInstanceOf(IOException.class).hasMessageContaining("exchange is done");
    }

    @Test
    void keptForItsReader_hasNoFileButCanBeRead() throws IOException {
        byte[] bytes = random(50_000);
        Spool spool = written(settings, bytes, 5000);
        InputStream before = spool.open();
        spool.keepForReader();
        assertThat(files()).isEmpty();
        assertThat(before.readAllBytes()).isEqualTo(bytes);
        try (InputStream in = spool.open()) {
            in.skipNBytes(49_990);
            assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 49_990, 50_000));
        }
        spool.discard();
        assertThatThrownBy(spool::open).isInstanceOf(IOException.class);
    }
}
