/** The options of chat, and the fields of a request that they become. */
package ai.fastrouter.camel.chat.request;
