/** Puts the chunks of a stream together to the answer they are pieces of. */
package ai.fastrouter.camel.chat.merge;
