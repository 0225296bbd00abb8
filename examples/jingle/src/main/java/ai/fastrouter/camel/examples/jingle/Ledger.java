package ai.fastrouter.camel.examples.jingle;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.spi.AggregationRepository;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which jingles were submitted, so that none is twice. A jingle is written down before it is submitted: if the process is killed in
 * between, it is open whether there is a job, and that is said, not guessed.
 */
public class Ledger {

    private static final String SUBMITTING = "SUBMITTING";
    private static final String ORDERED = "ORDERED";
    private static final String DONE = "DONE";
    private static final String FAILED = "FAILED";

    private final JdbcTemplate jdbc;
    private final AggregationRepository jobs;
    private final AtomicInteger linesInHand = new AtomicInteger();

    Ledger(DataSource database, AggregationRepository jobs) {
        this.jdbc = new JdbcTemplate(database);
        this.jobs = jobs;
    }

    /** A line was read. */
    public void lineRead() {
        linesInHand.incrementAndGet();
    }

    /** All that can be done at once was done with a line. */
    public void lineHandled() {
        linesInHand.decrementAndGet();
    }

    /** Whether a jingle was never submitted. */
    public boolean isNew(String title) {
        return count("title = ?", title) == 0;
    }

    /** A jingle is about to be submitted. */
    public void submitting(String title) {
        jdbc.update("INSERT INTO jingles (title, state) VALUES (?, ?)", title, SUBMITTING);
    }

    /** The gateway has a job for a jingle. */
    public void ordered(String title, String job) {
        // not if it is done already
        jdbc.update(
                "UPDATE jingles SET job = ?, state = ? WHERE title = ? AND state = ?", job, ORDERED, title, SUBMITTING);
    }

    /** The gateway does not want a jingle, and there is no job for sure. */
    public void refused(String title) {
        jdbc.update("DELETE FROM jingles WHERE title = ?", title);
    }

    /** The clip of a jingle was written. */
    public void done(String title) {
        end(title, DONE);
    }

    /** A jingle's job came to nothing. */
    public void failed(String title) {
        end(title, FAILED);
    }

    /** Forgets jingles that failed, and those of which it is open whether there is a job. */
    void forgetWithoutClip() {
        jdbc.update("DELETE FROM jingles WHERE state IN (?, ?)", SUBMITTING, FAILED);
    }

    /** Whether all lines were handled and no job is left to wait for. */
    public boolean isSettled() {
        // what else is in the repository are the signs of life of those who share it
        return linesInHand.get() == 0 && jobs.getKeys().stream().allMatch(key -> key.startsWith("fastrouter-node/"));
    }

    /** How it stands, for a person. */
    String summary() {
        StringBuilder text = new StringBuilder(count("state = ?", DONE) + " done");
        int pending = count("state = ?", ORDERED);
        if (pending > 0) {
            text.append(", ").append(pending).append(" being made: start again to collect them");
        }
        add(text, FAILED, "failed");
        add(text, SUBMITTING, "may or may not have reached the gateway");
        return text.toString();
    }

    private void add(StringBuilder text, String state, String meaning) {
        List<String> titles = jdbc.queryForList("SELECT title FROM jingles WHERE state = ?", String.class, state);
        if (!titles.isEmpty()) {
            text.append("; ")
                    .append(meaning)
                    .append(" (--retry submits anew): ")
                    .append(String.join(", ", titles));
        }
    }

    private int count(String where, String value) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM jingles WHERE " + where, Integer.class, value);
        return count == null ? 0 : count;
    }

    private void end(String title, String state) {
        jdbc.update("UPDATE jingles SET state = ? WHERE title = ?", state, title);
    }
}
