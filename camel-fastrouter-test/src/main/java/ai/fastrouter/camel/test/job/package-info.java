/** Prompt-to-audio jobs: their states and what is told about them. */
package ai.fastrouter.camel.test.job;
