/** Names, media types and first bytes of audio formats. */
package ai.fastrouter.camel.exchange.media;
