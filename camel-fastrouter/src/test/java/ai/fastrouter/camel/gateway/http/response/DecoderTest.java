package ai.fastrouter.camel.gateway.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.gateway.BodyReceiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final byte[] PLAIN = plain();

    private static byte[] plain() {
        byte[] bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 10_000, 30_000, (byte) 'a');
        return bytes;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] decode(String encoding, byte[] encoded, int piece) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BodyReceiver receiver = new BodyReceiver() {
            @Override
            public void onData(ByteBuffer data) {
                byte[] bytes = new byte[data.remaining()];
                data.get(bytes);
                out.writeBytes(bytes);
            }

            @Override
            public void onEnd() {
                throw new AssertionError("the decoder must not end the body");
            }
        };
        try (Decoder decoder = Decoder.of(encoding)) {
            for (int i = 0; i < encoded.length; i += piece) {
                ByteBuffer data = ByteBuffer.wrap(encoded, i, Math.min(piece, encoded.length - i));
                decoder.decode(data, receiver);
                assertThat(data.hasRemaining()).isFalse();
            }
            decoder.end();
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 1_000_000})
    void knownEncodings_inPieces_areUndone(int piece) throws Exception {
        assertThat(decode("gzip", gzip(PLAIN), piece)).isEqualTo(PLAIN);
        assertThat(decode(" X-GZIP", gzip(PLAIN), piece)).isEqualTo(PLAIN);
        assertThat(decode("deflate", deflate(PLAIN, false), piece)).isEqualTo(PLAIN);
        assertThat(decode("deflate", deflate(PLAIN, true), piece)).isEqualTo(PLAIN);
        assertThat(decode("gzip", gzip(new byte[0]), piece)).isEmpty();
    }

    @Test
    void gzip_severalMembers_areJoined() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(gzip(PLAIN));
        two.writeBytes(gzip("end".getBytes()));

        assertThat(decode("gzip", two.toByteArray(), 1000))
                .hasSize(PLAIN.length + 3)
                .endsWith('e', 'n', 'd');
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1000})
    void gzip_headerWithAllOptionalParts_isSkipped(int piece) throws Exception {
        byte[] gzip = gzip(PLAIN);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
        all.writeBytes(new byte[] {3, 0, 'x', 0, 'z'});
        all.writeBytes("name\0".getBytes());
        all.writeBytes("comment\0".getBytes());
        all.writeBytes(new byte[] {1, 2});
        all.write(gzip, 10, gzip.length - 10);

        assertThat(decode("gzip", all.toByteArray(), piece)).isEqualTo(PLAIN);
    }

    @Test
    void gzip_damaged_fails() throws Exception {
        byte[] gzip = gzip(PLAIN);
        byte[] noGzip = "{\"a\": \"no gzip at all\"}".getBytes();
        byte[] badChecksum = gzip.clone();
        badChecksum[gzip.length - 6] ^= 1;
        byte[] badLength = gzip.clone();
        badLength[gzip.length - 1] ^= 1;
        byte[] badData = gzip.clone();
        Arrays.fill(badData, 2000, 2100, (byte) 0xff);

        assertThatThrownBy(() -> decode("gzip", noGzip, 1000))
                .isInstanceOf(BrokenEncodingException.class)
                .hasMessageContaining("no gzip header");
        assertThatThrownBy(() -> decode("gzip", badChecksum, 1000)).hasMessageContaining("checksum");
        assertThatThrownBy(() -> decode("gzip", badLength, 1000)).hasMessageContaining("checksum");
        assertThatThrownBy(() -> decode("gzip", badData, 1000)).isInstanceOf(BrokenEncodingException.class);
    }

    @Test
    void anyEncoding_cutAnywhere_fails() throws Exception {
        byte[] gzip = gzip("hello, this is a body".getBytes());
        for (int length = 1; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            assertThatThrownBy(() -> decode("gzip", cut, 3))
                    .isInstanceOf(BrokenEncodingException.class)
                    .hasMessageContaining("too early");
        }
        byte[] deflate = deflate(PLAIN, false);
        assertThatThrownBy(() -> decode("deflate", Arrays.copyOf(deflate, deflate.length - 1), 1000))
                .hasMessageContaining("too early");
    }

    @Test
    void noEncoding_hasNoDecoder() throws Exception {
        assertThat(Decoder.of(null)).isNull();
        assertThat(Decoder.of("")).isNull();
        assertThat(Decoder.of("identity")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip"})
    void unknownEncoding_fails(String encoding) {
        assertThatThrownBy(() -> Decoder.of(encoding))
                .isInstanceOf(BrokenEncodingException.class)
                .hasMessageContaining("known are gzip and deflate");
    }
}
