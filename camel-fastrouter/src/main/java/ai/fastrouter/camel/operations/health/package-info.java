/** Health checks of endpoints and of jobs. */
package ai.fastrouter.camel.operations.health;
