package ai.fastrouter.camel.gateway.http.connect;

import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.ClientH2StreamMultiplexerFactory;
import org.apache.hc.core5.http2.impl.nio.ClientH2UpgradeHandler;
import org.apache.hc.core5.http2.ssl.ApplicationProtocol;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/2 without httpclient's logs of headers and frames, which show keys and prompts. Nothing can be masked in them,
 * as it is with HTTP/1.1, so they are left out. Takes the place of httpclient's own only while one of its loggers is at
 * DEBUG: else there is nothing to keep quiet, and a client that was configured otherwise keeps its ways.
 */
final class QuietHttp2 {

    private static final Logger[] LOUD = {
        LoggerFactory.getLogger("org.apache.hc.client5.http.impl.async.InternalHttpAsyncClient"),
        LoggerFactory.getLogger("org.apache.hc.client5.http.headers"),
        LoggerFactory.getLogger("org.apache.hc.client5.http2.frame"),
        LoggerFactory.getLogger("org.apache.hc.client5.http2.frame.payload"),
        LoggerFactory.getLogger("org.apache.hc.client5.http2.flow")
    };

    private static final ClientH2StreamMultiplexerFactory STREAMS = new ClientH2StreamMultiplexerFactory(
            HttpProcessorBuilder.create().build(),
            (request, context) -> null,
            H2Config.DEFAULT,
            CharCodingConfig.DEFAULT,
            null);

    private QuietHttp2() {}

    /** To be called before the TLS handshake, which decides the version of HTTP. */
    static void on(IOSession session) {
        if (session instanceof ProtocolIOSession protocols && isLoud()) {
            protocols.registerProtocol(ApplicationProtocol.HTTP_2.id, new ClientH2UpgradeHandler(STREAMS, null));
        }
    }

    private static boolean isLoud() {
        for (Logger logger : LOUD) {
            if (logger.isDebugEnabled()) {
                return true;
            }
        }
        return false;
    }
}
