package ai.fastrouter.camel.gateway.http;

import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;

/**
 * Changes the HTTP client of the component before it is made. Called once per client, on the thread that makes it, when
 * all settings have been applied.
 *
 * <p>The connection manager, the request configuration and the first request interceptor carry this component's
 * timeouts; who replaces them loses the distinction between waiting for a connection, connecting and sending.
 */
@FunctionalInterface
public interface HttpClientConfigurer {

    /** Changes the builder. What it throws fails the first call or the start. */
    void configure(HttpAsyncClientBuilder builder);
}
