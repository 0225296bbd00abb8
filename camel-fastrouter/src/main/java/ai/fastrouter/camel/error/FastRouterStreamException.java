package ai.fastrouter.camel.error;

/**
 * A stream that had begun failed or was cut before its end. Not transient: part of the answer was delivered and billed, so a
 * redelivery would repeat both. Its cause is never a {@link FastRouterException}, because {@code onException} looks at causes
 * first, and a clause for transient failures would redeliver it; see {@link #getReason()}.
 */
public class FastRouterStreamException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    private final transient String partialText;
    private final long received;
    private final FastRouterException reason;

    /**
     * @param partialText the text that arrived before the failure, never part of the message; null for audio
     * @param received    how much arrived: bytes of audio, or chunks of a chat stream
     * @param reason      what the failure would have been before the stream had begun; its cause becomes the cause of this, itself
     *     is suppressed, so that stack traces show it; null when there is nothing to add
     */
    public FastRouterStreamException(
            String message, ErrorDetails details, String partialText, long received, FastRouterException reason) {
        super(ErrorCategory.STREAM, message, details, reason == null ? null : reason.getCause());
        this.partialText = partialText;
        this.received = received;
        this.reason = reason;
        if (reason != null) {
            addSuppressed(reason);
        }
    }

    /** The text that arrived before the failure; null where the stream was audio. */
    public String getPartialText() {
        return partialText;
    }

    /** How much arrived before the failure: bytes of audio, or chunks of a chat stream. */
    public long getReceived() {
        return received;
    }

    /** What broke the stream, as the exception it would have been before the stream had begun; null when it just ended. */
    public FastRouterException getReason() {
        return reason;
    }
}
