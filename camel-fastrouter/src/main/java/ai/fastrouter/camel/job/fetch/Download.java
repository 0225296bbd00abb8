package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.Timeouts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** One download, over as many redirects as are allowed, each judged like the first address. */
final class Download implements Call {

    private static final int REDIRECTS_AT_MOST = 5;
    private static final Set<String> LOCAL = Set.of(AudioReply.NOT_WRITTEN, "pool_timeout", "client_closed");
    private static final String OPERATION = "prompt-to-audio";
    private static final List<Map.Entry<String, String>> HEADERS = List.of(Map.entry("Accept", "*/*"));

    private final AudioFetch fetch;
    private final FetchListener listener;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private int redirects;
    private volatile Call call = Call.NONE;
    private volatile boolean cancelled;
    private volatile Observation observation;

    Download(AudioFetch fetch, FetchListener listener) {
        this.fetch = fetch;
        this.listener = listener;
    }

    void begin(String url) {
        try {
            ask(new URI(url));
        } catch (java.net.URISyntaxException e) {
            refuse("its address is not valid");
        }
    }

    /** The response is a redirect: goes on there, or ends. */
    void redirected(URI from, ResponseHead head) {
        observed(head, null);
        String location = head.header("location");
        if (location == null || countRedirect() > REDIRECTS_AT_MOST) {
            fail("it is redirected without an end", null);
            return;
        }
        try {
            ask(from.resolve(new URI(location)));
        } catch (java.net.URISyntaxException e) {
            refuse("it is redirected to an address that is not valid");
        }
    }

    void fetched(ResponseHead head, FetchedAudio audio) {
        observed(head, null);
        if (ended.compareAndSet(false, true)) {
            listener.onFetched(audio);
        } else {
            audio.discard();
        }
    }

    void refuse(String reason) {
        end(new FetchFailure(true, false, reason, null));
    }

    void fail(String reason, FastRouterException cause) {
        boolean refused = cause != null && "address_refused".equals(cause.getCode());
        end(new FetchFailure(
                refused,
                cause != null && LOCAL.contains(cause.getCode()),
                refused ? "its address is private; allowPrivateAddresses=true allows such" : reason,
                refused ? null : cause));
    }

    private void end(FetchFailure failure) {
        observed(null, failure.cause());
        if (ended.compareAndSet(false, true)) {
            listener.onFailed(failure);
        }
    }

    private void ask(URI uri) {
        String refusal = fetch.rules().refusal(uri);
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        Timeouts timeouts = timeouts();
        if (timeouts == null) {
            fail("it took longer than downloadTimeout", null);
            return;
        }
        // no key: the host is not the gateway's
        GatewayRequest request =
                new GatewayRequest(GatewayRequest.Method.GET, uri, HEADERS, null, null, timeouts, OPERATION, null);
        observation = fetch.listeners().isEmpty()
                ? null
                : Observation.start(fetch.listeners(), request, fetch.endpoint(), null);
        int hop = hop();
        calling(hop, fetch.client().get().send(request, new AudioReply(this, uri, fetch.rules(), fetch.spools())));
    }

    private synchronized int countRedirect() {
        return ++redirects;
    }

    private synchronized int hop() {
        return redirects;
    }

    /** The answer may be there before its call is known here, and the next request be on its way. */
    private void calling(int hop, Call sent) {
        synchronized (this) {
            call = hop == redirects ? sent : call;
        }
        if (cancelled) {
            sent.cancel();
        }
    }

    /** With what is left of the total; null if nothing is. */
    private Timeouts timeouts() {
        Timeouts asked = fetch.rules().timeouts();
        if (asked.total() == 0) {
            return asked;
        }
        long left = asked.total() - (System.nanoTime() - startedAt) / 1_000_000;
        return left <= 0 ? null : new Timeouts(asked.connect(), asked.firstByte(), asked.idle(), left);
    }

    private void observed(ResponseHead head, FastRouterException failure) {
        Observation followed = observation;
        if (followed != null) {
            if (head != null) {
                followed.status(head.status(), null);
            }
            followed.end(failure);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        call.cancel();
    }
}
