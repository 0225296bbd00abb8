package ai.fastrouter.camel.test.journal;

import ai.fastrouter.camel.test.Operation;

/** Tells operations by method, path and model. */
final class Operations {

    private static final String PROMPT_TO_AUDIO = "ace-step/prompt-to-audio";

    private Operations() {}

    static Operation of(Received request) {
        String path = request.path();
        if (path.startsWith("/media/")) {
            return Operation.DOWNLOAD;
        }
        String operation = relative(path);
        if ("GET".equals(request.method())) {
            return switch (operation) {
                case "/models" -> Operation.MODELS;
                case "/generation" -> Operation.GENERATION;
                default -> Operation.OTHER;
            };
        }
        if (!"POST".equals(request.method())) {
            return Operation.OTHER;
        }
        return switch (operation) {
            case "/chat/completions" ->
                PROMPT_TO_AUDIO.equals(request.model()) && !request.arouter() ? Operation.SUBMIT : Operation.CHAT;
            case "/audio/speech" -> Operation.SPEECH;
            case "/audio/transcriptions" -> Operation.TRANSCRIPTION;
            case "/audio/translations" -> Operation.TRANSLATION;
            case "/getPromptToAudioResponse" -> request.arouter() ? Operation.OTHER : Operation.POLL;
            case "/generation" -> Operation.GENERATION;
            default -> Operation.OTHER;
        };
    }

    private static String relative(String path) {
        if (path.startsWith("/api/v1/")) {
            return path.substring("/api/v1".length());
        }
        return path.startsWith("/v1/") ? path.substring("/v1".length()) : "";
    }
}
