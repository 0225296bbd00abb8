package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedPart;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.audio.Heard;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.journal.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Transcribes and translates what it hears. */
final class UploadAnswers {

    private static final String NOTHING = "There is sound but no speech that I understand.";

    private UploadAnswers() {}

    static Reply to(Received request) {
        Heard heard = listen(request);
        boolean translation = request.operation() == Operation.TRANSLATION;
        String said = heard.text().orElse(NOTHING);
        Transcript transcript = new Transcript(
                translation ? English.of(said) : said, heard.duration(), translation ? "translate" : "transcribe");
        RecordedPart format = request.part("response_format");
        return switch (format == null ? "json" : format.text()) {
            case "text" -> Reply.text(transcript.text() + "\n");
            case "srt" -> Reply.bytes("application/x-subrip; charset=utf-8", transcript.srt());
            case "vtt" -> Reply.bytes("text/vtt; charset=utf-8", transcript.vtt());
            case "verbose_json" ->
                Reply.json(transcript.verbose(language(request), asks(request, "segment"), asks(request, "word")));
            default -> Reply.json(transcript.json());
        };
    }

    private static Heard listen(Received request) {
        try (InputStream audio = request.part("file").open()) {
            return Voice.listen(audio);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String language(Received request) {
        RecordedPart language = request.part("language");
        boolean english = language == null
                || request.operation() == Operation.TRANSLATION
                || language.text().startsWith("en");
        return english ? "english" : language.text();
    }

    /** Whether the granularity is asked for; segments also when none is. */
    private static boolean asks(Received request, String granularity) {
        boolean any = false;
        for (RecordedPart part : request.parts()) {
            if ("timestamp_granularities[]".equals(part.name())) {
                any = true;
                if (part.text().equals(granularity)) {
                    return true;
                }
            }
        }
        return !any && granularity.equals("segment");
    }
}
