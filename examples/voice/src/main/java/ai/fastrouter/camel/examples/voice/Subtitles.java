package ai.fastrouter.camel.examples.voice;

import ai.fastrouter.camel.model.Transcription;
import ai.fastrouter.camel.model.TranscriptionSegment;
import java.util.List;
import java.util.Locale;

/**
 * Writes a transcription as SubRip subtitles. The gateway can do it too, with {@code responseFormat=srt}; but here the times have
 * been paid for already.
 */
public class Subtitles {

    /** One subtitle for each segment of the transcription. */
    public String of(Transcription transcription) {
        StringBuilder srt = new StringBuilder();
        List<TranscriptionSegment> segments = transcription.segments();
        for (int i = 0; i < segments.size(); i++) {
            TranscriptionSegment segment = segments.get(i);
            srt.append(i + 1).append('\n');
            srt.append(clock(segment.start())).append(" --> ").append(clock(segment.end()));
            srt.append('\n').append(segment.text().strip()).append("\n\n");
        }
        return srt.toString();
    }

    private static String clock(Double seconds) {
        long millis = seconds == null ? 0 : Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
