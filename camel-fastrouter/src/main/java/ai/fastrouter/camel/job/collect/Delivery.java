package ai.fastrouter.camel.job.collect;

import ai.fastrouter.camel.job.fetch.FetchFailure;
import ai.fastrouter.camel.job.fetch.FetchedAudio;
import ai.fastrouter.camel.job.poll.JobEnd;
import ai.fastrouter.camel.job.poll.JobTicket;
import ai.fastrouter.camel.job.store.StoredJob;
import ai.fastrouter.camel.model.AudioJob;

/**
 * A job that has ended, claimed by this node, for the route or for the exception handler.
 *
 * @param kind      what is to be done with it
 * @param ticket    by which it was asked for
 * @param stored    what was kept of it, and how often its delivery was begun
 * @param job       what is known of it now
 * @param audio     null where there is none, or none is wanted
 * @param end       why it ended without audio; only where it did
 * @param lapses    how often this node had been taken for dead when it claimed the job
 * @param unfetched why its audio could not be fetched; only where it could not
 */
public record Delivery(
        Kind kind,
        JobTicket ticket,
        StoredJob stored,
        AudioJob job,
        int lapses,
        FetchedAudio audio,
        JobEnd end,
        FetchFailure unfetched) {

    /** What is to be done with a delivery. */
    public enum Kind {
        /** The route gets the audio. */
        CLIP,
        /** The dead letter endpoint gets the audio, since the route failed too often. */
        DEAD_LETTER,
        /** The exception handler is told: the job failed. */
        FAILED,
        /** The exception handler is told: the audio could not be fetched. */
        UNFETCHED,
        /** The exception handler is told: the route failed too often, and there is no dead letter endpoint. */
        EXHAUSTED
    }

    /** The key in the repository. */
    public String key() {
        return stored.key();
    }

    /** How often the delivery was begun before. */
    public int redeliveries() {
        return stored.attempts() - 1;
    }

    Delivery with(FetchedAudio fetched) {
        return new Delivery(kind, ticket, stored, job, lapses, fetched, null, null);
    }

    Delivery without(FetchFailure failure) {
        return new Delivery(Kind.UNFETCHED, ticket, stored, job, lapses, null, null, failure);
    }

    /** Deletes the audio. */
    void discard() {
        if (audio != null) {
            audio.discard();
        }
    }

    /** Without ids. */
    @Override
    public String toString() {
        return "Delivery[" + kind + ", " + job + "]";
    }
}
