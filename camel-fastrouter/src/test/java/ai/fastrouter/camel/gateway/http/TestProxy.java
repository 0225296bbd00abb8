package ai.fastrouter.camel.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy for tests: tunnels CONNECT and forwards plain requests, if it knows who asks. Every host is this machine to
 * it.
 */
public final class TestProxy implements AutoCloseable {

    private final RawServer server;
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final String expected;
    private final int refusal;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /**
     * @param user     null lets everybody in
     * @param refusal  the status with which tunnels are refused; 0 to open them
     */
    public TestProxy(String user, String password, int refusal) throws IOException {
        this.expected = user == null
                ? null
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.refusal = refusal;
        this.server = new RawServer(this::serve);
    }

    private void serve(Socket client) throws IOException {
        String head = RawServer.readHead(client);
        heads.add(head);
        if (expected != null && !head.contains(expected)) {
            RawServer.write(
                    client,
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                            + "Content-Length: 0\r\n\r\n");
            return;
        }
        String[] request = head.split(" ", 3);
        boolean tunnel = request[0].equals("CONNECT");
        if (tunnel && refusal != 0) {
            RawServer.write(client, "HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        String place = tunnel ? request[1] : java.net.URI.create(request[1]).getAuthority();
        int port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (tunnel) {
                RawServer.write(client, "HTTP/1.1 200 Connected\r\n\r\n");
            } else {
                target.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            }
            pumps.execute(() -> pump(client, target));
            pump(target, client);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // one of them went away
        }
    }

    public int port() {
        return server.port();
    }

    /** The heads of the requests that came first on each connection. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
        pumps.shutdownNow();
    }
}
