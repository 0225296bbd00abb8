/** FLAC: the writer and a reader for one channel of up to 16 bits. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.flac;
