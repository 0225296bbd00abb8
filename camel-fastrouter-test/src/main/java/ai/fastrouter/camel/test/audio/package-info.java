/**
 * Real audio that holds a text: {@link ai.fastrouter.camel.test.audio.Voice} speaks it and hears it again, in all formats the
 * gateways know. So a test can prove that what was transcribed is what was spoken, byte for byte, without a speech engine.
 */
package ai.fastrouter.camel.test.audio;
