/** Counts calls, and keeps the figures that the console, JMX and health checks show. */
package ai.fastrouter.camel.operations.stats;
