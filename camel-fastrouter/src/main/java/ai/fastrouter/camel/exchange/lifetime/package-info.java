/** How long what a body needs is kept: until the last exchange that holds it is done. */
package ai.fastrouter.camel.exchange.lifetime;
