/** What the gateway has received. */
package ai.fastrouter.camel.test.journal;
