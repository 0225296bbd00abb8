package ai.fastrouter.camel.test;

import ai.fastrouter.camel.test.completion.ChatScript;
import ai.fastrouter.camel.test.reply.Bodies;
import ai.fastrouter.camel.test.reply.Content;
import ai.fastrouter.camel.test.reply.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A scripted answer: what it says, and how it travels. Immutable; each fluent method returns a changed copy, so a reply
 * can be kept in a constant and used many times.
 */
public class Reply {

    private static final String JSON = "application/json";

    private final int status;
    private final Content content;
    private final Function<RecordedRequest, Reply> source;
    private final Delivery delivery;
    private final List<Consumer<Delivery>> changes;
    private final List<Map.Entry<String, String>> headers;

    Reply(
            int status,
            Content content,
            Function<RecordedRequest, Reply> source,
            List<Consumer<Delivery>> changes,
            List<Map.Entry<String, String>> headers) {
        this.status = status;
        this.content = content;
        this.source = source;
        this.changes = List.copyOf(changes);
        this.headers = List.copyOf(headers);
        Delivery plain = Delivery.PLAIN;
        for (Consumer<Delivery> change : changes) {
            plain = plain.with(change);
        }
        this.delivery = plain;
    }

    private Reply(int status, Content content) {
        this(status, content, null, List.of(), List.of());
    }

    /** 200 with this JSON, also when the request asked for a stream. */
    public static Reply json(String json) {
        return json(200, json);
    }

    /** JSON with any status. */
    public static Reply json(int status, String json) {
        return new Reply(status, Content.text(JSON, json));
    }

    /** 200 with plain text. */
    public static Reply text(String text) {
        return new Reply(200, Content.text("text/plain; charset=utf-8", text));
    }

    /** An HTML page, as proxies send it. */
    public static Reply html(int status, String html) {
        return new Reply(status, Content.text("text/html; charset=utf-8", html));
    }

    /** 200 with these bytes. */
    public static Reply bytes(String contentType, byte[] bytes) {
        return new Reply(200, Content.of(contentType, Bodies.bytes(bytes.clone())));
    }

    /** 200 with a file, sent in blocks; its length is declared. */
    public static Reply file(String contentType, Path file) {
        return new Reply(200, request -> new Content.Rendered(contentType, Bodies.file(file)));
    }

    /**
     * 200 with so many bytes that are made while they are sent and never held in memory. Byte i is
     * {@code (byte) (i * 31 + (i >> 16))}.
     */
    public static Reply generated(String contentType, long length) {
        return new Reply(200, Content.of(contentType, Bodies.generated(length)));
    }

    /** 200 with packets that are flushed one by one; no length is declared. */
    public static Reply raw(String contentType, byte[]... packets) {
        return new Reply(200, Content.of(contentType, Bodies.packets(List.of(packets)))).lengthUnknown();
    }

    /** A status without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Content.of(null, null));
    }

    /** A completion with this text: whole, or streamed word by word when the request asks for a stream. */
    public static ChatReply chat(String text) {
        return new ChatReply(ChatScript.text(text));
    }

    /** A streamed completion with these pieces of text, whatever the request asks for. */
    public static ChatReply stream(String... deltas) {
        return new ChatReply(ChatScript.deltas(List.of(deltas)));
    }

    /** A completion that calls a function: whole, or streamed in fragments when the request asks for a stream. */
    public static ChatReply toolCall(String name, String arguments) {
        return new ChatReply(ChatScript.text(null).with(s -> s.addToolCall(name, arguments)));
    }

    /** Server-sent events with exactly these data payloads and then, unless switched off, {@code [DONE]}. */
    public static ChatReply sse(String... payloads) {
        return new ChatReply(ChatScript.payloads(List.of(payloads)));
    }

    /** A completion spelled out. What the gateway's own answers are made with. */
    public static ChatReply completion(ChatScript script) {
        return new ChatReply(script);
    }

    /** 200 with content that depends on the request. What the gateway's own answers are made with. */
    public static Reply content(Content content) {
        return new Reply(200, content);
    }

    /** An error in one of the known envelopes, with the type that is usual for the status. */
    public static Reply error(int status, Envelope envelope, String message) {
        return error(status, envelope, Envelope.usualType(status), null, message);
    }

    /** An error with a type and a code; either may be {@code null}. */
    public static Reply error(int status, Envelope envelope, String type, String code, String message) {
        if (envelope.contentType() == null) {
            return empty(status);
        }
        return new Reply(status, Content.text(envelope.contentType(), envelope.body(status, type, code, message)));
    }

    /** 307 to the location. */
    public static Reply redirect(String location) {
        return empty(307).header("Location", location);
    }

    /** No answer: the connection is closed in order (FIN) once the request has arrived. */
    public static Reply dropConnection() {
        return empty(200).change(d -> d.silent = true);
    }

    /** No answer: the connection is reset (RST) once the request has arrived. */
    public static Reply resetConnection() {
        return dropConnection().change(d -> d.ending = Delivery.Ending.RESET);
    }

    /** No answer ever; the connection stays open until the client or the gateway closes it. */
    public static Reply hang() {
        return dropConnection().change(d -> d.hold = true);
    }

    /** What the gateway answers by itself. Further settings (delays, cuts, headers) are laid over it. */
    public static Reply byDefault() {
        return new Reply(0, null, null, List.of(), List.of());
    }

    /** A reply worked out from the request. Called on an I/O thread: must be quick. */
    public static Reply from(Function<RecordedRequest, Reply> source) {
        return new Reply(0, null, source, List.of(), List.of());
    }

    /** The same with another status. */
    public Reply status(int newStatus) {
        return copy(newStatus, changes, headers);
    }

    /** Adds a header. Content-Type and Content-Length given here replace those of the body. */
    public Reply header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return copy(status, changes, more);
    }

    /** {@code Retry-After} in seconds. */
    public Reply retryAfterSeconds(long seconds) {
        return header("Retry-After", Long.toString(seconds));
    }

    /** {@code Retry-After} as an HTTP date; fractions of a second are lost. */
    public Reply retryAfterDate(Instant instant) {
        return header("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC)));
    }

    /** {@code retry-after-ms} in milliseconds. */
    public Reply retryAfterMillis(long millis) {
        return header("retry-after-ms", Long.toString(millis));
    }

    /** Waits before the head is sent. Unset: the gateway's latency. */
    public Reply delay(Duration delay) {
        return change(d -> d.delay = delay);
    }

    /** Waits between the head and the first byte of the body. */
    public Reply bodyDelay(Duration delay) {
        return change(d -> d.bodyDelay = delay);
    }

    /** Waits between packets. Unset: the gateway's chunk delay for streams, nothing for other bodies. */
    public Reply packetDelay(Duration delay) {
        return change(d -> d.packetDelay = delay);
    }

    /** Closes the connection in order (FIN) after so many bytes of the body. */
    public Reply cutAfter(long bytes) {
        return change(d -> d.cutAfter = bytes);
    }

    /** Resets the connection (RST) after so many bytes of the body. */
    public Reply resetAfter(long bytes) {
        return cutAfter(bytes).change(d -> d.ending = Delivery.Ending.RESET);
    }

    /** Stops after so many bytes of the body and leaves the connection open: a stall. */
    public Reply stallAfter(long bytes) {
        return cutAfter(bytes).change(d -> d.hold = true);
    }

    /** Compresses the body; each packet is flushed, so that a stream stays live. */
    public Reply gzip() {
        return change(d -> d.gzip = true);
    }

    /** Declares no length: the body goes chunked. */
    public Reply lengthUnknown() {
        return change(d -> d.lengthUnknown = true);
    }

    Reply change(Consumer<Delivery> change) {
        List<Consumer<Delivery>> more = new ArrayList<>(changes);
        more.add(change);
        return copy(status, more, headers);
    }

    Reply copy(int newStatus, List<Consumer<Delivery>> newChanges, List<Map.Entry<String, String>> newHeaders) {
        return new Reply(newStatus, content, source, newChanges, newHeaders);
    }

    /** Whether it needs no request to be known. */
    final boolean concrete() {
        return content != null;
    }

    /** This reply made concrete for a request: {@link #byDefault()} and {@link #from} are worked out. */
    final Reply resolve(RecordedRequest request, Function<RecordedRequest, Reply> defaults) {
        if (content != null) {
            return this;
        }
        Reply inner = (source == null ? defaults : source).apply(request).resolve(request, defaults);
        if (status == 0 && changes.isEmpty() && headers.isEmpty()) {
            return inner;
        }
        List<Consumer<Delivery>> allChanges = new ArrayList<>(inner.changes);
        allChanges.addAll(changes);
        List<Map.Entry<String, String>> allHeaders = new ArrayList<>(inner.headers);
        allHeaders.addAll(headers);
        return new Reply(status == 0 ? inner.status : status, inner.content, null, allChanges, allHeaders);
    }

    final List<Consumer<Delivery>> changes() {
        return changes;
    }

    /** The HTTP status. */
    public final int status() {
        return status;
    }

    /** Further headers in order. For the server. */
    public final List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** What is said. For the server. */
    public final Content content() {
        return content;
    }

    /** How it travels. For the server. */
    public final Delivery delivery() {
        return delivery;
    }
}
