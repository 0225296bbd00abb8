package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.exchange.observe.CallListeners;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import java.util.function.Supplier;

/**
 * Downloads finished audio into spools, without the gateway's key. Thread-safe.
 *
 * @param client    made when it is first needed; keeps away from addresses that are not allowed
 * @param listeners hear of the requests
 * @param endpoint  the endpoint's URI without secrets, for the listeners
 */
public record AudioFetch(
        FetchRules rules,
        Supplier<GatewayClient> client,
        SpoolSettings spools,
        CallListeners listeners,
        String endpoint) {

    /**
     * Begins a download.
     *
     * @param url where the audio is
     * @return gives the download up; the listener is told all the same
     */
    public Call fetch(String url, FetchListener listener) {
        Download download = new Download(this, listener);
        download.begin(url);
        return download;
    }

    /** Without addresses. */
    @Override
    public String toString() {
        return "AudioFetch";
    }
}
