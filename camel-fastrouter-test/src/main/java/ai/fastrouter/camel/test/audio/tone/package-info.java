/** The modem: a text as tones and back. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.tone;
