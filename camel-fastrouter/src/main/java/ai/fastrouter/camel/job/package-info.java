/** Prompt-to-audio: jobs that are submitted by a producer and collected by a consumer. */
package ai.fastrouter.camel.job;
