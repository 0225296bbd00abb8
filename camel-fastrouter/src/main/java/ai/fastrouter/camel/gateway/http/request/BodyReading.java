package ai.fastrouter.camel.gateway.http.request;

import java.util.concurrent.Executor;

/**
 * What request bodies are read with.
 *
 * @param buffers for files
 * @param readers reads streams that may block
 * @param closers closes streams; apart from the readers, all of which may hang in a read that only a close ends
 */
public record BodyReading(DirectBuffers buffers, Executor readers, Executor closers) {}
