/** The local gateway as a JUnit 5 extension. Needs junit-jupiter-api, which users bring. */
package ai.fastrouter.camel.test.junit5;
