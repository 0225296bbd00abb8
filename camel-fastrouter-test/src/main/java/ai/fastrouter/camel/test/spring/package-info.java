/** The local gateway in tests of Spring Boot applications. Needs spring-test, which such tests have. */
package ai.fastrouter.camel.test.spring;
