package ai.fastrouter.camel;

/** What an endpoint does: the path of its URI. Enum names are Java's spelling of the URI's words. */
public enum FastRouterOperation {
    /** Chat completions, plain and streamed. */
    CHAT("chat"),
    /** Text to speech. */
    SPEECH("speech"),
    /** Speech to text in its own language. */
    TRANSCRIPTION("transcription"),
    /** Speech to English text. */
    TRANSLATION("translation"),
    /** The gateway's models. */
    MODELS("models"),
    /** A job that makes audio from a description. */
    PROMPT_TO_AUDIO("prompt-to-audio");

    private final String path;

    FastRouterOperation(String path) {
        this.path = path;
    }

    /** The word in the URI. */
    public String path() {
        return path;
    }

    /**
     * Finds an operation by its word, in any case.
     *
     * @throws IllegalArgumentException if there is none; the text lists those there are
     */
    public static FastRouterOperation ofPath(String path) {
        for (FastRouterOperation operation : values()) {
            if (operation.path.equalsIgnoreCase(path)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("Unknown operation '" + path
                + "': it must be one of chat, speech, transcription, translation, models, prompt-to-audio");
    }

    @Override
    public String toString() {
        return path;
    }
}
