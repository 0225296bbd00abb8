package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live speech of one endpoint that is not at its end, so that a stopping route gives it up. Thread-safe. */
final class OpenSpeech {

    private final Set<LiveSpeech> open = ConcurrentHashMap.newKeySet();

    void add(LiveSpeech speech) {
        open.add(speech);
    }

    void remove(LiveSpeech speech) {
        open.remove(speech);
    }

    void stop() {
        for (LiveSpeech speech : open) {
            speech.abort(FastRouterException.cancelled(
                    "The route was stopped while the audio was read", ErrorDetails.ofCode("route_stopped")));
        }
    }
}
