package ai.fastrouter.camel.test.client;

import ai.fastrouter.camel.test.LocalGateway;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** HTTP/2 frames written by hand, to cancel a stream: httpcore's client sends no reset once its request is out. */
public final class Http2Frames implements Closeable {

    private final SSLSocket socket;
    private final DataOutputStream out;

    public Http2Frames(LocalGateway gateway) throws IOException {
        socket = (SSLSocket) SelfSigned.context().getSocketFactory().createSocket("127.0.0.1", gateway.port());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        out = new DataOutputStream(socket.getOutputStream());
        out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        frame(4, 0, 0, new byte[0]);
    }

    /** Sends a chat request on stream 1. */
    public void chat(String json) throws IOException {
        ByteBuffer headers = ByteBuffer.allocate(1024);
        header(headers, ":method", "POST");
        header(headers, ":scheme", "https");
        header(headers, ":authority", "localhost");
        header(headers, ":path", "/api/v1/chat/completions");
        header(headers, "authorization", "Bearer k");
        header(headers, "content-type", "application/json");
        byte[] block = new byte[headers.position()];
        headers.flip().get(block);
        frame(1, 4, 1, block);
        frame(0, 1, 1, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Resets stream 1. */
    public void cancel() throws IOException {
        frame(3, 0, 1, new byte[] {0, 0, 0, 8});
    }

    private static void header(ByteBuffer block, String name, String value) {
        block.put((byte) 0);
        block.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
        block.put((byte) value.length()).put(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(0);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
