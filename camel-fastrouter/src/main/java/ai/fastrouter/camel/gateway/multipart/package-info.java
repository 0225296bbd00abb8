/** Forms with files as request bodies. Nothing is read here. */
package ai.fastrouter.camel.gateway.multipart;
