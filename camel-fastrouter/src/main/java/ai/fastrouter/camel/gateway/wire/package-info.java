/** The JSON shapes of the gateways, read and written by streaming. No I/O. */
package ai.fastrouter.camel.gateway.wire;
