/** What an answer is made of, for the server. */
package ai.fastrouter.camel.test.reply;
