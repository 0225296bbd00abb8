package ai.fastrouter.camel.test.client;

import ai.fastrouter.camel.test.LocalGateway;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket that speaks HTTP/1.1 by hand, to see exactly what comes over the wire. */
public final class RawClient implements AutoCloseable {

    public final Socket socket;
    private final InputStream in;

    public RawClient(LocalGateway gateway) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = socket.getInputStream();
    }

    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public RawClient post(String path, String json) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    public RawClient chat(boolean stream) throws IOException {
        return post("/api/v1/chat/completions", Call.chatJson("hello", stream));
    }

    /** One read from the socket, at most 64 KiB; empty at the end. */
    public byte[] packet() throws IOException {
        byte[] buffer = new byte[65_536];
        int n = in.read(buffer);
        return n < 0 ? new byte[0] : java.util.Arrays.copyOf(buffer, n);
    }

    /** The next chunk of a chunked body, without its size; empty for the last one. */
    public byte[] chunk() throws IOException {
        StringBuilder size = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection ended where a chunk was due");
            }
            size.append((char) b);
        }
        byte[] chunk = bytes(Integer.parseInt(size.toString().trim(), 16));
        bytes(2);
        return chunk;
    }

    /** The head of an answer with its empty line. */
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Exactly so many bytes. */
    public byte[] bytes(int n) throws IOException {
        return in.readNBytes(n);
    }

    /** Everything until the connection ends. */
    public byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    /** A whole answer with a declared length: its body. */
    public String answer() throws IOException {
        String head = head();
        String length = head.replaceAll("(?is).*content-length: (\\d+).*", "$1");
        return new String(bytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
