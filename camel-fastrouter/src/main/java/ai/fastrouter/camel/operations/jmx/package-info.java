/** The figures as managed attributes. */
package ai.fastrouter.camel.operations.jmx;
