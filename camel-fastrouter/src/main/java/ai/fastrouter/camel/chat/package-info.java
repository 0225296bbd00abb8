/** The operation chat, plain and streamed. */
package ai.fastrouter.camel.chat;
