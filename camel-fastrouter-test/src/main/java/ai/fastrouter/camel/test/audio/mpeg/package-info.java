/** MP3 with ID3v2 tags, and AAC in ADTS. Not for use outside the audio packages. */
package ai.fastrouter.camel.test.audio.mpeg;
