package ai.fastrouter.camel.exchange.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.CipherInputStream;
import org.apache.camel.converter.stream.CipherPair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary file. Written in large batches by one thread at a time, then only read, by any number of readers with a handle
 * each. Only its owner may read it, as far as the file system knows owners. Not thread-safe while it is written.
 */
final class SpoolFile {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);
    private static final int BATCH = 128 * 1024;
    private static final int READ_BUFFER = 16 * 1024;

    private final Path path;
    private final CipherPair ciphers;
    private FileChannel writer;
    private ByteBuffer batch = ByteBuffer.allocate(BATCH);
    private FileChannel kept;

    private SpoolFile(Path path, CipherPair ciphers) throws IOException {
        this.path = path;
        this.ciphers = ciphers;
        this.writer = FileChannel.open(path, StandardOpenOption.WRITE);
    }

    static SpoolFile create(SpoolSettings settings) throws IOException {
        CipherPair ciphers = null;
        if (settings.cipher() != null) {
            try {
                ciphers = new CipherPair(settings.cipher());
            } catch (GeneralSecurityException e) {
                throw new IOException("The cipher of Camel's stream caching can't be used for audio", e);
            }
        }
        Files.createDirectories(settings.directory());
        Path path = Files.createTempFile(settings.directory(), "camel-fastrouter-", ".tmp");
        try {
            return new SpoolFile(path, ciphers);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    void append(ByteBuffer data) throws IOException {
        if (batch.position() == 0 && data.remaining() >= BATCH && ciphers == null) {
            write(data); // large enough as it is
            return;
        }
        while (data.hasRemaining()) {
            int count = Math.min(data.remaining(), batch.remaining());
            batch.put(batch.position(), data, data.position(), count);
            batch.position(batch.position() + count);
            data.position(data.position() + count);
            if (!batch.hasRemaining()) {
                writeBatch();
            }
        }
    }

    /** Ends writing: all is in the file afterwards. */
    void complete() throws IOException {
        writeBatch();
        if (ciphers != null) {
            try {
                write(ByteBuffer.wrap(ciphers.getEncryptor().doFinal()));
            } catch (GeneralSecurityException e) {
                throw new IOException("The audio could not be encrypted", e);
            }
        }
        writer.close();
        writer = null;
        batch = null;
    }

    private void writeBatch() throws IOException {
        batch.flip();
        if (ciphers == null) {
            write(batch);
        } else {
            byte[] encrypted = ciphers.getEncryptor().update(batch.array(), 0, batch.limit());
            write(ByteBuffer.wrap(encrypted == null ? new byte[0] : encrypted));
        }
        batch.clear();
    }

    private void write(ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            writer.write(data);
        }
    }

    /** A new stream from the beginning. */
    InputStream open() throws IOException {
        InputStream raw = kept == null ? Files.newInputStream(path) : new ChannelReader(kept);
        InputStream plain = ciphers == null ? raw : new CipherInputStream(raw, ciphers.createDecryptor());
        return new BufferedInputStream(plain, READ_BUFFER);
    }

    /** Where the bytes are, if they are there as they are; null when encrypted, or when only this has them by now. */
    Path plainPath() {
        return ciphers == null && kept == null ? path : null;
    }

    /** Keeps the content readable, though not by its name, until {@link #delete} or until nothing refers to it any more. */
    void keep() {
        if (kept != null) {
            return;
        }
        try {
            kept = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            LOG.debug("The audio can't be kept beyond its exchange", e);
        }
        deletePath();
    }

    void delete() {
        close(writer);
        close(kept);
        deletePath();
    }

    private void deletePath() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("The temporary file {} can't be deleted: {}", path, e.toString());
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("A temporary file can't be closed", e);
        }
    }
}
