/** The models that a gateway offers. */
package ai.fastrouter.camel.models;
