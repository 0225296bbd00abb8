package ai.fastrouter.camel.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does on each connection what a test says, byte for byte, also what no proper server would do. */
final class RawServer implements AutoCloseable {

    /** What to do on one connection. The socket is closed afterwards. */
    @FunctionalInterface
    interface Script {
        void run(Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger closedByClient = new AtomicInteger();

    RawServer(Script script) throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(() -> accept(script));
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                accepted.incrementAndGet();
                threads.execute(() -> serve(script, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            script.run(socket);
        } catch (Exception e) {
            // the client went away, or the test is over
        }
        ended.incrementAndGet();
    }

    /** Reads nothing and says nothing until the client closes. */
    void silence(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // whatever it says
            }
        } catch (IOException e) {
            // a reset is a way of closing too
        }
        closedByClient.incrementAndGet();
    }

    /** Reads a request up to the end of its head, without its body. */
    static String readHead(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("end of stream in the head");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Closes with a reset instead of a farewell. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1/chat/completions";
    }

    String secureUrl() {
        return url().replace("http:", "https:");
    }

    int port() {
        return URI.create(url()).getPort();
    }

    int accepted() {
        return accepted.get();
    }

    /** How many connections were served and closed. */
    int ended() {
        return ended.get();
    }

    /** How many silent connections the client has closed. */
    int closedByClient() {
        return closedByClient.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
