/** Receivers of whole answers, good and bad, in bounded memory. No I/O of their own. */
package ai.fastrouter.camel.gateway.reply;
