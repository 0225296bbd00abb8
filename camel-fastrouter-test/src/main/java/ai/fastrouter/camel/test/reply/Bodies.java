package ai.fastrouter.camel.test.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Bodies from memory, from a file, or made while they are sent. */
public final class Bodies {

    private static final int BLOCK = 64 * 1024;

    private Bodies() {}

    /** Packets held in memory. */
    public static Body packets(List<byte[]> packets) {
        long length = packets.stream().mapToLong(packet -> packet.length).sum();
        return of(length, () -> reader(packets.iterator()));
    }

    /** Packets made one by one as they are sent; the length is unknown. */
    public static Body lazy(Iterable<byte[]> packets) {
        return of(-1, () -> reader(packets.iterator()));
    }

    /** One block in memory. */
    public static Body bytes(byte[] bytes) {
        return packets(bytes.length == 0 ? List.of() : List.of(bytes));
    }

    /** A file, read in blocks. */
    public static Body file(Path file) {
        try {
            return of(Files.size(file), () -> new FileReader(FileChannel.open(file, StandardOpenOption.READ)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes of a stream that never makes its reader wait. */
    public static Body stream(long length, Supplier<InputStream> source) {
        return of(length, () -> new StreamReader(source.get()));
    }

    /** So many bytes, made on the fly: byte i is {@code (byte) (i * 31 + (i >> 16))}. */
    public static Body generated(long length) {
        return of(length, () -> new GeneratedReader(length));
    }

    /** The byte that {@link #generated(long)} has at a place. */
    public static byte generatedAt(long index) {
        return (byte) (index * 31 + (index >> 16));
    }

    private static Body of(long length, Opener opener) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public BodyReader open() throws IOException {
                return opener.open();
            }
        };
    }

    private static BodyReader reader(Iterator<byte[]> packets) {
        return () -> packets.hasNext() ? ByteBuffer.wrap(packets.next()) : null;
    }

    private interface Opener {
        BodyReader open() throws IOException;
    }

    private record FileReader(FileChannel channel, ByteBuffer block) implements BodyReader {

        FileReader(FileChannel channel) {
            this(channel, ByteBuffer.allocate(BLOCK));
        }

        @Override
        public ByteBuffer next() throws IOException {
            block.clear();
            return channel.read(block) < 0 ? null : block.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record StreamReader(InputStream source) implements BodyReader {

        @Override
        public ByteBuffer next() throws IOException {
            byte[] block = source.readNBytes(BLOCK);
            return block.length == 0 ? null : ByteBuffer.wrap(block);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private static final class GeneratedReader implements BodyReader {

        private final long length;
        private final byte[] block = new byte[BLOCK];
        private long position;

        GeneratedReader(long length) {
            this.length = length;
        }

        @Override
        public ByteBuffer next() {
            int size = (int) Math.min(BLOCK, length - position);
            if (size <= 0) {
                return null;
            }
            for (int i = 0; i < size; i++) {
                block[i] = generatedAt(position + i);
            }
            position += size;
            return ByteBuffer.wrap(block, 0, size);
        }
    }
}
