package ai.fastrouter.camel.gateway.http;

import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * What the component itself says about its HTTP client. Whatever is unset is taken from the context's https component, then from
 * this component's defaults.
 *
 * @param sslContextParameters TLS; null when unset
 */
public record HttpSettings(SSLContextParameters sslContextParameters) {}
