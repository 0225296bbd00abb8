/** Audio that is kept while its exchange lasts: in memory if small, else in a temporary file. */
package ai.fastrouter.camel.exchange.spool;
