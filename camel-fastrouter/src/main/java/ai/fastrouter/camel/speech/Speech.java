package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.speech.join.ByteSink;
import ai.fastrouter.camel.speech.join.Joiner;
import ai.fastrouter.camel.speech.join.Part;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.util.URISupport;

/**
 * One exchange's text on its way to become audio.
 *
 * @param parts    the text, in as many parts as it is spoken in
 * @param parallel how many parts may be spoken at once
 * @param joiner   joins them; null when there is but one, which is handed on as it is
 */
record Speech(
        OperationContext context,
        Exchange exchange,
        Turn turn,
        SpeechFormat format,
        SpeechRequests requests,
        List<String> parts,
        int parallel,
        Joiner joiner) {

    /**
     * Asks for a part. The first one is the turn's own call; the others are followed beside it.
     *
     * @param listener hears of the audio
     */
    Call send(int index, AudioListener listener) throws IOException, FastRouterRequestException {
        GatewayRequest request = requests.of(parts.get(index));
        FailurePolicy policy = FailurePolicy.of(context.target());
        if (index == 0) {
            return turn.send(
                    context.client(), request, new AudioReply(request, policy, format.hasSignature(), listener));
        }
        AudioListener observed = listener;
        if (!context.listeners().isEmpty()) {
            String endpoint = URISupport.sanitizeUri(context.endpoint().getEndpointUri());
            observed = new ObservedAudio(listener, Observation.start(context.listeners(), request, endpoint, exchange));
        }
        return context.client().send(request, new AudioReply(request, policy, format.hasSignature(), observed));
    }

    /** What is kept of a part. */
    Part part(int index, ByteSink sink) {
        return joiner == null ? new WholePart(sink) : joiner.part(index == 0, sink);
    }
}
