/** Server-sent events from bytes. No I/O, no threads, no JSON. */
package ai.fastrouter.camel.gateway.sse;
