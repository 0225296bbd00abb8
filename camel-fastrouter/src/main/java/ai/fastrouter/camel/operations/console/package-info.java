/** The developer console. */
package ai.fastrouter.camel.operations.console;
