/** Joins parts of speech that were made one by one into one audio, without decoding it. */
package ai.fastrouter.camel.speech.join;
