/** Brings the jobs of a repository to their end, and their audio to where a route can have it. */
package ai.fastrouter.camel.job.collect;
