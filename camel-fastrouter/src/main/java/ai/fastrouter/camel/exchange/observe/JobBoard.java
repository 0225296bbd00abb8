package ai.fastrouter.camel.exchange.observe;

import java.time.Instant;
import java.util.List;

/** Shows the jobs that wait in one place, to those who watch the component. Thread-safe. */
public interface JobBoard {

    /** Who collects them: the consumer's URI without secrets; null when nobody does. */
    String collector();

    /** The jobs that wait and that this node asks for, in no order. Reads no database. */
    List<PendingJob> jobs();

    /** How many have ended and wait for the route, or are on their way through it. */
    int delivering();

    /** When the consumer's scheduler last ran; null when it has not yet, or there is none. */
    Instant lastPoll();

    /**
     * Gives a job up: nobody asks for it any more, and it leaves the repository. The provider does not learn of it, and what the job
     * costs is paid. May wait for a database, 10 seconds at most.
     *
     * @return false if it does not wait here, or is another node's
     */
    boolean drop(String id);
}
