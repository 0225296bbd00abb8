/** Meters after the OpenTelemetry conventions for generative AI. Loaded only where Micrometer is. */
package ai.fastrouter.camel.operations.metrics;
