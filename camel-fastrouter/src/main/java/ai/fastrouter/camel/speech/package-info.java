/** Text to speech. */
package ai.fastrouter.camel.speech;
