/** Camel's type converters for the records that travel as bodies. */
package ai.fastrouter.camel.exchange.convert;
