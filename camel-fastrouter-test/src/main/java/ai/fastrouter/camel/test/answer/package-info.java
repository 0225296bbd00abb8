/** What the gateway says by itself. */
package ai.fastrouter.camel.test.answer;
