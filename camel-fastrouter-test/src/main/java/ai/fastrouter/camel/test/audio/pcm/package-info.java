/** Raw samples, with and without a WAV header. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.pcm;
