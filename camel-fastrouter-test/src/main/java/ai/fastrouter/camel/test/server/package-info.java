/** The HTTP server below the gateway: connections, timing, and how answers are written. */
package ai.fastrouter.camel.test.server;
