/** Multipart bodies, read while they arrive. */
package ai.fastrouter.camel.test.multipart;
