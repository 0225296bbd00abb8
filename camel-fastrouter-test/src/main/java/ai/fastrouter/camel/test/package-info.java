/** A local gateway that speaks the wire format of the real ones, for tests and for running without a key. */
package ai.fastrouter.camel.test;
