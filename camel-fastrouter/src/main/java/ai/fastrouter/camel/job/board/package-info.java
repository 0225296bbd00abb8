/** Shows pending jobs to those who watch the component. */
package ai.fastrouter.camel.job.board;
