package ai.fastrouter.camel.job.store;

/**
 * A node's sign of life.
 *
 * @param count  grows with each; a clock that all nodes agree on is not needed
 * @param active whether the node takes jobs; one that is suspended does not
 */
record Heartbeat(long count, boolean active) {}
