/** Chat completions, written whole or as events. */
package ai.fastrouter.camel.test.completion;
