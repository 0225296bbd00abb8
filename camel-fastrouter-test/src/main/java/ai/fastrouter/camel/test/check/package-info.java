/** What a request must look like, after the documented shapes and ranges. */
package ai.fastrouter.camel.test.check;
