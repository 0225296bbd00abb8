/** How work gets onto the threads on which routes go on. */
package ai.fastrouter.camel.exchange.work;
