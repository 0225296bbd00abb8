package ai.fastrouter.camel.test.journal;

import ai.fastrouter.camel.test.Operation;

/** Tells operations by method, path and model. */
final class Operations {

    private static final String PROMPT_TO_AUDIO = "ace-step/prompt-to-audio";

    private Operations() {}

    static Operation of(Received request) {
        String path = request.path();
        String operation = relative(path);
        if ("GET".equals(request.method())) {
            if (path.startsWith("/media/")) {
                return Operation.DOWNLOAD;
            }
            return operation.equals("/models") ? Operation.MODELS : Operation.OTHER;
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
            default -> Operation.OTHER;
        };
    }

    /** The method that a known path takes, {@code null} for an unknown path. */
    static String method(String path) {
        return switch (relative(path)) {
            case "/models" -> "GET";
            case "/chat/completions",
                    "/audio/speech",
                    "/audio/transcriptions",
                    "/audio/translations",
                    "/getPromptToAudioResponse" -> "POST";
            default -> null;
        };
    }

    private static String relative(String path) {
        if (path.startsWith("/api/v1/")) {
            return path.substring("/api/v1".length());
        }
        return path.startsWith("/v1/") ? path.substring("/v1".length()) : "";
    }
}
