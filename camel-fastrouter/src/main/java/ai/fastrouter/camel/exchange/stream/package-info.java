/** Bodies that are still being received while the route reads them. */
package ai.fastrouter.camel.exchange.stream;
