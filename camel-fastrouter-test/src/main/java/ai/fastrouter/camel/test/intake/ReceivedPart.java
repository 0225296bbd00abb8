package ai.fastrouter.camel.test.intake;

import ai.fastrouter.camel.test.RecordedPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;

/**
 * A part while it arrives and after. Its first bytes stay in memory; a part that is larger also goes to a temporary file
 * until its request is answered.
 */
public final class ReceivedPart implements RecordedPart {

    private final Map<String, String> headers;
    private final Map<String, String> disposition;
    private final BodySink sink;
    private final int keep;
    private Path file;
    private FileChannel channel;

    private ReceivedPart(Map<String, String> headers, int keep) {
        this.headers = headers;
        this.disposition = HeaderValue.parameters(headers.getOrDefault("Content-Disposition", ""));
        this.keep = keep;
        this.sink = new BodySink(keep);
    }

    static ReceivedPart of(Map<String, String> headers, int keep) {
        return new ReceivedPart(headers, keep);
    }

    void write(ByteBuffer block) throws IOException {
        if (file == null && sink.size() + block.remaining() > keep) {
            file = Files.createTempFile("local-gateway-", ".part");
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.write(ByteBuffer.wrap(sink.bytes()));
        }
        if (channel != null) {
            for (ByteBuffer copy = block.duplicate(); copy.hasRemaining(); ) {
                channel.write(copy);
            }
        }
        sink.write(block);
    }

    /** The whole content from its beginning. Only until the request is answered. */
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(sink.bytes()) : Files.newInputStream(file);
    }

    /** Deletes the temporary file, if there is one. */
    public synchronized void discard() {
        if (channel != null) {
            try {
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /** How many bytes are kept in memory. */
    public int keptSize() {
        return sink.keptSize();
    }

    /** Gives up the kept bytes; size and checksum stay. */
    public void forget() {
        sink.forget();
    }

    @Override
    public String name() {
        return disposition.get("name");
    }

    @Override
    public String fileName() {
        return disposition.get("filename");
    }

    @Override
    public String contentType() {
        return headers.get("Content-Type");
    }

    @Override
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public String text() {
        return new String(sink.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        return sink.bytes().clone();
    }

    @Override
    public long size() {
        return sink.size();
    }

    @Override
    public String sha256() {
        return sink.sha256();
    }

    /** Names the part without what it carries. */
    @Override
    public String toString() {
        return name() + " (" + size() + " bytes)";
    }
}
