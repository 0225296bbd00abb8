package ai.fastrouter.camel.gateway;

/**
 * The four waits of a call, each in milliseconds, each off when 0.
 *
 * @param connect   from asking for a connection until it is there, TLS included
 * @param firstByte from the request's last byte until the response's head
 * @param idle      between two reads of the body, and between two writes of the request; suspended while the reader asks for nothing
 * @param total     from start to end of the call
 */
public record Timeouts(long connect, long firstByte, long idle, long total) {}
