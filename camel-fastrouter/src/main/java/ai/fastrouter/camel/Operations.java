package ai.fastrouter.camel;

import ai.fastrouter.camel.chat.ChatOperation;
import ai.fastrouter.camel.chat.StreamEnds;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.job.JobDesk;
import ai.fastrouter.camel.job.PromptToAudioOperation;
import ai.fastrouter.camel.models.ModelsOperation;
import ai.fastrouter.camel.speech.SpeechOperation;
import ai.fastrouter.camel.transcription.TranscriptionOperation;

/** Which class does which operation. */
final class Operations {

    private Operations() {}

    static OperationHandler create(
            FastRouterOperation operation, OperationContext context, JobDesk jobs, StreamEnds streamEnds) {
        return switch (operation) {
            case CHAT -> new ChatOperation(context, streamEnds);
            case SPEECH -> new SpeechOperation(context);
            case TRANSCRIPTION -> TranscriptionOperation.transcribing(context);
            case TRANSLATION -> TranscriptionOperation.translating(context);
            case MODELS -> new ModelsOperation(context);
            case PROMPT_TO_AUDIO -> new PromptToAudioOperation(context, jobs);
        };
    }
}
