package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.nio.ByteBuffer;

/** Tells of a call that is not its turn's first. */
record ObservedAudio(AudioListener listener, Observation observation) implements AudioListener {

    @Override
    public void onHead(ResponseHead head, BodyFlow flow) {
        observation.status(head.status(), head.requestId());
        listener.onHead(head, flow);
    }

    @Override
    public void onBytes(ByteBuffer data) throws FastRouterException {
        listener.onBytes(data);
    }

    @Override
    public void onEnd() {
        observation.end(null);
        listener.onEnd();
    }

    @Override
    public void onFailure(FastRouterException failure) {
        observation.end(failure);
        listener.onFailure(failure);
    }
}
