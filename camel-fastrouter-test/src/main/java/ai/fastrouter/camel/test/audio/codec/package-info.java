/** What every audio format has in common: blocks out, a hearing in, and bits. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.codec;
