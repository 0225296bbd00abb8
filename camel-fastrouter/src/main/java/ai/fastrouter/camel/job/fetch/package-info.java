/** Fetches finished audio from wherever the gateway says it is: without the key, and not from just anywhere. */
package ai.fastrouter.camel.job.fetch;
