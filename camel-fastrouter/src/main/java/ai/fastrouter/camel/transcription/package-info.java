/** Speech to text, in its own language or in English. */
package ai.fastrouter.camel.transcription;
