/**
 * Shows how the component does: figures, health, console, JMX, metrics, traces, logs. Hears of calls; takes no part in them, and makes
 * none but the health probe.
 */
package ai.fastrouter.camel.operations;
