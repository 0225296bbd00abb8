package ai.fastrouter.camel.test;

import ai.fastrouter.camel.test.completion.ChatScript;
import ai.fastrouter.camel.test.completion.CompletionContent;
import ai.fastrouter.camel.test.reply.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A scripted chat completion, whole or as server-sent events, with all that can go wrong in a stream. Set what the
 * completion says before or after what {@link Reply} offers: every method returns a changed copy.
 */
public final class ChatReply extends Reply {

    private static final Duration APART = Duration.ofMillis(5);

    private final ChatScript script;

    ChatReply(ChatScript script) {
        this(script, 200, List.of(), List.of());
    }

    private ChatReply(
            ChatScript script, int status, List<Consumer<Delivery>> changes, List<Map.Entry<String, String>> headers) {
        super(status, new CompletionContent(script), null, changes, headers);
        this.script = script;
    }

    /** How lines end; line feed unless set. */
    public ChatReply lineEnding(LineEnding ending) {
        return script(s -> s.lineEnding = ending.text());
    }

    /** Spreads each JSON payload over several {@code data:} lines. */
    public ChatReply multiLineData() {
        return script(s -> s.multiLineData = true);
    }

    /** Puts a byte order mark in front. */
    public ChatReply bom() {
        return script(s -> s.bom = true);
    }

    /** Puts comments, and {@code event:}, {@code id:} and {@code retry:} lines, between the events. */
    public ChatReply comments() {
        return script(s -> s.comments = true);
    }

    /**
     * Sends each event whose text has a character of several bytes in two packets, parted inside that character, with 5 ms between
     * packets unless {@link #packetDelay} says otherwise, so that clients read them apart.
     */
    public ChatReply splitUtf8() {
        return script(s -> s.splitUtf8 = true).apart();
    }

    /**
     * Sends each event in two packets, parted in its middle, with 5 ms between packets unless {@link #packetDelay} says otherwise,
     * so that clients read them apart.
     */
    public ChatReply splitFrames() {
        return script(s -> s.splitFrames = true).apart();
    }

    private ChatReply apart() {
        return (ChatReply) change(d -> d.packetDelay = d.packetDelay == null ? APART : d.packetDelay);
    }

    /** Ends the answer in order, but in the middle of the last event that carries a delta. */
    public ChatReply halfFrame() {
        return script(s -> s.halfFrame = true);
    }

    /** Leaves {@code [DONE]} out. */
    public ChatReply withoutDone() {
        return script(s -> s.done = false);
    }

    /** Leaves the finish reason, the usage and {@code [DONE]} out: the answer just ends. */
    public ChatReply withoutFinish() {
        return script(s -> {
            s.done = false;
            s.finish = false;
        });
    }

    /** Keeps the answer open after its last event. */
    public ChatReply holdOpenAfterDone() {
        return (ChatReply) change(d -> d.hold = true);
    }

    /** Sends this JSON as an event after the deltas instead of finish chunk, usage and {@code [DONE]}. */
    public ChatReply errorEvent(String json) {
        return script(s -> s.errorEvent = json);
    }

    /** The finish reason; {@code stop}, or {@code tool_calls} where there are any, unless set. */
    public ChatReply finishReason(String reason) {
        return script(s -> s.finishReason = reason);
    }

    /** Whether usage is told. Unset: always in whole answers, in streams when the request includes it. */
    public ChatReply usage(boolean on) {
        return script(s -> s.usage = on);
    }

    /** The model that answered; the requested one unless set. */
    public ChatReply model(String model) {
        return script(s -> s.model = model);
    }

    /** Reasoning text that comes with the answer. */
    public ChatReply reasoning(String text) {
        return script(s -> s.reasoning = text);
    }

    /** One more function call in the answer. */
    public ChatReply andToolCall(String name, String arguments) {
        return script(s -> s.addToolCall(name, arguments));
    }

    /** Streams function calls whole in the last chunk, as FastRouter documents, instead of in fragments. */
    public ChatReply wholeToolCalls() {
        return script(s -> s.wholeToolCalls = true);
    }

    private ChatReply script(Consumer<ChatScript> change) {
        return new ChatReply(script.with(change), status(), changes(), headers());
    }

    @Override
    ChatReply copy(int newStatus, List<Consumer<Delivery>> newChanges, List<Map.Entry<String, String>> newHeaders) {
        return new ChatReply(script, newStatus, newChanges, newHeaders);
    }

    @Override
    public ChatReply status(int newStatus) {
        return (ChatReply) super.status(newStatus);
    }

    @Override
    public ChatReply header(String name, String value) {
        return (ChatReply) super.header(name, value);
    }

    @Override
    public ChatReply retryAfterSeconds(long seconds) {
        return (ChatReply) super.retryAfterSeconds(seconds);
    }

    @Override
    public ChatReply retryAfterDate(Instant instant) {
        return (ChatReply) super.retryAfterDate(instant);
    }

    @Override
    public ChatReply retryAfterMillis(long millis) {
        return (ChatReply) super.retryAfterMillis(millis);
    }

    @Override
    public ChatReply delay(Duration delay) {
        return (ChatReply) super.delay(delay);
    }

    @Override
    public ChatReply bodyDelay(Duration delay) {
        return (ChatReply) super.bodyDelay(delay);
    }

    @Override
    public ChatReply packetDelay(Duration delay) {
        return (ChatReply) super.packetDelay(delay);
    }

    @Override
    public ChatReply cutAfter(long bytes) {
        return (ChatReply) super.cutAfter(bytes);
    }

    @Override
    public ChatReply resetAfter(long bytes) {
        return (ChatReply) super.resetAfter(bytes);
    }

    @Override
    public ChatReply stallAfter(long bytes) {
        return (ChatReply) super.stallAfter(bytes);
    }

    @Override
    public ChatReply gzip() {
        return (ChatReply) super.gzip();
    }

    @Override
    public ChatReply lengthUnknown() {
        return (ChatReply) super.lengthUnknown();
    }
}
