/** Bodies as they arrive: what is kept of them, their checksums, and the parts of multipart ones. */
package ai.fastrouter.camel.test.intake;
