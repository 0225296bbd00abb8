package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.exchange.spool.Spool;

/**
 * Audio that was fetched.
 *
 * @param spool       the audio, complete; whoever has it sees to it that it is discarded
 * @param contentType its media type; null when the server told none
 */
public record FetchedAudio(Spool spool, String contentType) {

    /** Deletes it. */
    public void discard() {
        spool.discard();
    }
}
