/** Streamed answers: from the events of the gateway to the body that a route reads. */
package ai.fastrouter.camel.chat.stream;
