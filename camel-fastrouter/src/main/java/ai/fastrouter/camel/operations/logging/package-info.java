/** Log lines about calls, and, only where they are asked for, their bodies. */
package ai.fastrouter.camel.operations.logging;
