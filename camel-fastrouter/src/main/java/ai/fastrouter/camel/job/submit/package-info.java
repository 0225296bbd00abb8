/** Submits jobs: each once, since each is billed. */
package ai.fastrouter.camel.job.submit;
