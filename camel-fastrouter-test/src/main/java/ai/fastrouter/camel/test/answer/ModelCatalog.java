package ai.fastrouter.camel.test.answer;

import java.util.List;

/** The models that the gateway claims to serve. It answers for any other name too. */
final class ModelCatalog {

    private static final List<String> CHAT = List.of(
            "max_tokens", "temperature", "top_p", "stop", "tools", "tool_choice", "response_format", "reasoning");
    private static final List<String> PLAIN = List.of("max_tokens", "temperature", "top_p", "stop");

    /** Prices are USD for a token, as text. */
    record Model(
            String id,
            String name,
            int context,
            int maxCompletion,
            String promptPrice,
            String completionPrice,
            List<String> inputs,
            List<String> outputs,
            List<String> parameters) {}

    static final List<Model> MODELS = List.of(
            chat("openai/gpt-5.1", "GPT-5.1", 400_000, "0.00000125", "0.00001", "text", "image"),
            chat("openai/gpt-4o", "GPT-4o", 128_000, "0.0000025", "0.00001", "text", "image"),
            chat("openai/gpt-4o-mini", "GPT-4o mini", 128_000, "0.00000015", "0.0000006", "text", "image"),
            chat("anthropic/claude-4.5-sonnet", "Claude 4.5 Sonnet", 200_000, "0.000003", "0.000015", "text", "image"),
            chat("google/gemini-3-pro-preview", "Gemini 3 Pro", 1_000_000, "0.000002", "0.000012", "text", "video"),
            new Model(
                    "google/gemini-2.5-flash-image",
                    "Nano Banana",
                    32_768,
                    8_192,
                    "0.0000003",
                    "0.0000025",
                    List.of("text", "image"),
                    List.of("text", "image"),
                    PLAIN),
            new Model(
                    "openai/gpt-5.4-audio-preview",
                    "GPT-5.4 Audio",
                    128_000,
                    16_384,
                    "0.0000025",
                    "0.00001",
                    List.of("text", "audio"),
                    List.of("audio", "text"),
                    CHAT),
            sound("openai/tts-1", "TTS 1", "0.000015", List.of("text"), List.of("audio")),
            sound("openai/tts-1-hd", "TTS 1 HD", "0.00003", List.of("text"), List.of("audio")),
            sound("openai/whisper-1", "Whisper", "0.0001", List.of("audio"), List.of("text")),
            sound("openai/whisper-large-v3", "Whisper large v3", "0.0001", List.of("audio"), List.of("text")),
            sound("ace-step/prompt-to-audio", "ACE-Step", "0.0002", List.of("text"), List.of("audio")));

    private ModelCatalog() {}

    private static Model chat(String id, String name, int context, String in, String out, String... inputs) {
        return new Model(id, name, context, 16_384, in, out, List.of(inputs), List.of("text"), CHAT);
    }

    private static Model sound(String id, String name, String price, List<String> inputs, List<String> outputs) {
        return new Model(id, name, 4_096, 0, price, "0", inputs, outputs, List.of());
    }
}
