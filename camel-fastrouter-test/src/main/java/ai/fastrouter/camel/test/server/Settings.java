package ai.fastrouter.camel.test.server;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How the server listens and paces.
 *
 * @param port the port, 0 for any free one
 * @param latency before each answer
 * @param chunkDelay between the events of a stream
 * @param tls for HTTPS with HTTP/1.1 and HTTP/2; {@code null} for plain HTTP/1.1
 * @param keepBody how many bytes of a body that is not JSON are kept
 * @param bodyLimit how many bytes of JSON are accepted
 * @param ioThreads how many threads serve connections
 * @param bufferSize of each connection's three buffers
 */
public record Settings(
        int port,
        Duration latency,
        Duration chunkDelay,
        SSLContext tls,
        int keepBody,
        int bodyLimit,
        int ioThreads,
        int bufferSize) {}
