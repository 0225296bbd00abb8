package ai.fastrouter.camel.job.collect;

/**
 * How a collector goes about it.
 *
 * @param slots               how many jobs may be claimed and not yet handed over
 * @param scanDelay           how often the repository is searched, in milliseconds
 * @param redeliveryDelay     how long a failed delivery waits for the next, in milliseconds
 * @param maximumRedeliveries how often a delivery is repeated; -1 without end
 * @param fetchTime           how long a download that fails is repeated, all waits together, in milliseconds
 * @param deadLetters         whether there is a dead letter endpoint
 */
public record CollectorSettings(
        int slots, long scanDelay, long redeliveryDelay, int maximumRedeliveries, long fetchTime, boolean deadLetters) {

    boolean isExhausted(int redeliveries) {
        return maximumRedeliveries >= 0 && redeliveries > maximumRedeliveries;
    }
}
