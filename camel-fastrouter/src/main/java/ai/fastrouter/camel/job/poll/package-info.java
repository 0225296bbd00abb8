/** When a job is asked for, and what the answers mean. Many jobs at once on one timer, with no thread each. */
package ai.fastrouter.camel.job.poll;
