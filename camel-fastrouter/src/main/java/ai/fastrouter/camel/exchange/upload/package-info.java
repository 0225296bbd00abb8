/** Recordings in message bodies, ready to be sent from where they lie. */
package ai.fastrouter.camel.exchange.upload;
