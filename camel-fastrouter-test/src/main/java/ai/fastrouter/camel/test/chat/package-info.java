/** What the gateway says in a chat: words, sums, function calls, JSON after a schema. */
package ai.fastrouter.camel.test.chat;
