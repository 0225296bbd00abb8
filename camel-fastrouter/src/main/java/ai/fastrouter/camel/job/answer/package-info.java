/** What the gateway says about a job, read from any of the shapes in which it says it. No I/O. */
package ai.fastrouter.camel.job.answer;
