package ai.fastrouter.camel.error;

/**
 * A stream that had begun failed or was cut before its end. Not transient: part of the answer was delivered and billed, so a
 * redelivery would repeat both.
 */
public class FastRouterStreamException extends FastRouterException {

    private static final long serialVersionUID = 1L;

    private final transient String partialText;
    private final long received;

    /**
     * @param partialText the text that arrived before the failure, never part of the message; null for audio
     * @param received    how much arrived: bytes of audio, or chunks of a chat stream
     */
    public FastRouterStreamException(
            String message, ErrorDetails details, String partialText, long received, Throwable cause) {
        super(ErrorCategory.STREAM, message, details, cause);
        this.partialText = partialText;
        this.received = received;
    }

    /** The text that arrived before the failure; null where the stream was audio. */
    public String getPartialText() {
        return partialText;
    }

    /** How much arrived before the failure: bytes of audio, or chunks of a chat stream. */
    public long getReceived() {
        return received;
    }
}
