/** What a gateway answers in place of a result, turned into exceptions. No I/O. */
package ai.fastrouter.camel.gateway.fault;
