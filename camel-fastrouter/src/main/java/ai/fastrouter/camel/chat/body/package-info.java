/** Message bodies of all kinds, read as turns of a conversation. */
package ai.fastrouter.camel.chat.body;
