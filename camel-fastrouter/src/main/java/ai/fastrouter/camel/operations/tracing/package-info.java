/** Attributes of the OpenTelemetry conventions for generative AI, for the spans that Camel's tracers make. */
package ai.fastrouter.camel.operations.tracing;
