package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.audio.AudioTestSupport;

/** Transcription with a model set. */
abstract class TranscriptionTestSupport extends AudioTestSupport {

    static final String URI = "fastrouter:transcription?model=openai/whisper-1";
    static final String TEXT = "Good morning. How are you?";
}
