package ai.fastrouter.camel.test;

/** What a request asks of the gateway. */
public enum Operation {
    /** A chat completion, plain or streamed. */
    CHAT,
    /** Text to speech. */
    SPEECH,
    /** Audio to text in its own language. */
    TRANSCRIPTION,
    /** Audio to English text. */
    TRANSLATION,
    /** The list of models. */
    MODELS,
    /** A prompt-to-audio job handed in. */
    SUBMIT,
    /** A question for the state of a prompt-to-audio job. */
    POLL,
    /** The finished audio of a job, fetched from where the gateway keeps it. */
    DOWNLOAD,
    /** Anything else; answered 404. */
    OTHER
}
