/** Opus in Ogg. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.ogg;
