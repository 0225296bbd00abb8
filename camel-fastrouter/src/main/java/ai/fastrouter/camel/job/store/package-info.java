/**
 * Pending jobs in an aggregation repository: one row for each job, and one for each node that shares it. Only what Camel's
 * interface promises is used, so any repository will do; with one that locks optimistically several nodes may share it.
 */
package ai.fastrouter.camel.job.store;
