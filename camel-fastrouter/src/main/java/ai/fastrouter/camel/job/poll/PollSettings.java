package ai.fastrouter.camel.job.poll;

import java.time.Duration;

/**
 * How patient and how busy a poller is.
 *
 * @param pace          the waits between the polls of one job
 * @param gracePolls    how often a job that is done without audio is asked for again
 * @param jobTimeout    how long a job may take from its submit; whoever takes it up asks for at least half of that, and once more at
 *                      the end
 * @param maxConcurrent how many polls may be on their way at once
 */
public record PollSettings(PollPace pace, int gracePolls, Duration jobTimeout, int maxConcurrent) {}
