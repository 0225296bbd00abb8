package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.exchange.lifetime.InFlight;
import ai.fastrouter.camel.exchange.lifetime.StreamOwner;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.exchange.stream.BrokenBody;
import ai.fastrouter.camel.exchange.stream.BytePipe;
import ai.fastrouter.camel.exchange.stream.CallSlot;
import ai.fastrouter.camel.exchange.stream.LiveStream;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.speech.join.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.camel.Exchange;

/**
 * Speaks the parts of a text one after the other into a stream that the route reads meanwhile. The route goes on with the first
 * bytes. A part is asked for when the one before it has ended: asked for earlier, its connection would stand still for as long as
 * the reader takes, which servers do not bear.
 */
final class LiveSpeech implements InFlight.Work {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final long LONG_CONNECT_MILLIS = 60_000;

    private final Speech speech;
    private final boolean autoClose;
    private final BytePipe pipe;
    private final CallSlot call = new CallSlot();
    private volatile boolean reading;
    private volatile StreamOwner owner;

    /**
     * @param autoClose whether the stream is closed when its exchange is done
     */
    LiveSpeech(Speech speech, boolean autoClose) {
        this.speech = speech;
        this.autoClose = autoClose;
        this.pipe = new BytePipe(patience(speech.context().target().timeouts()));
    }

    /** Longer than the transport waits for the next part and its bytes; 0 where that waits without limit. */
    private static long patience(Timeouts timeouts) {
        if (timeouts.connect() == 0 || timeouts.firstByte() == 0 || timeouts.idle() == 0) {
            return 0;
        }
        // a negative one is that of the HTTP client, which is not known here
        long connect = timeouts.connect() < 0 ? LONG_CONNECT_MILLIS : timeouts.connect();
        return connect + timeouts.firstByte() + timeouts.idle() + PATIENCE_MILLIS;
    }

    void start() throws IOException, FastRouterException {
        send(0);
    }

    private void send(int index) throws IOException, FastRouterException {
        call.set(index, speech.send(index, new PartListener(index)));
    }

    private void firstBytes(ResponseHead head) {
        reading = true;
        speech.context().inFlight().add(this);
        Observation observation = speech.turn().observation();
        if (observation != null) {
            observation.status(head.status(), head.requestId());
            observation.streaming();
        }
        long length = speech.parts().size() == 1 ? head.contentLength() : 0;
        boolean resumed = speech.turn().resume(speech.context().streamWorker(), () -> {
            LiveStream stream = new LiveStream(pipe, call, length);
            owner = new StreamOwner(speech.exchange());
            stream.describeFailureOn(speech.exchange());
            if (autoClose) {
                stream.closeWith(speech.exchange());
            }
            AudioMessage.write(speech.exchange(), head, speech.format(), stream, length);
        });
        if (!resumed) {
            call.cancel();
        }
    }

    private void ended(int index) throws IOException, FastRouterException {
        if (index + 1 < speech.parts().size()) {
            send(index + 1);
        } else {
            speech.context().inFlight().remove(this);
            pipe.end();
            endObservation(null);
        }
    }

    private void fail(FastRouterException failure) {
        if (!reading) {
            speech.turn().fail(speech.context().worker(), failure);
            return;
        }
        speech.context().inFlight().remove(this);
        // the stream is the whole, whichever part broke
        FastRouterException reason = failure instanceof FastRouterStreamException part && part.getReason() != null
                ? part.getReason()
                : failure;
        FastRouterException broken = BrokenBody.after(pipe.received(), reason);
        pipe.fail(new IOException(broken.getMessage(), broken));
        call.cancel();
        endObservation(broken);
    }

    /** Of the route that asked, until the audio is handed over to another one. */
    @Override
    public boolean isOf(String routeId) {
        StreamOwner known = owner;
        Exchange holder = known == null ? null : known.exchange();
        boolean here = holder == null || holder == speech.exchange();
        return routeId.equals(here ? speech.turn().routeId() : holder.getFromRouteId());
    }

    /** The reader is told. */
    @Override
    public void giveUp() {
        fail(FastRouterException.cancelled(
                "The route was stopped while the audio was read", ErrorDetails.ofCode("route_stopped")));
    }

    private void endObservation(Throwable failure) {
        Observation observation = speech.turn().observation();
        if (observation != null) {
            observation.end(failure);
        }
    }

    /** Brings one part into the pipe. */
    private final class PartListener implements AudioListener {

        private final int index;
        private final Part part;
        private ResponseHead head;

        PartListener(int index) {
            this.index = index;
            this.part = speech.part(index, pipe::write);
        }

        @Override
        public void onHead(ResponseHead responseHead, BodyFlow flow) {
            head = responseHead;
            pipe.receiveFrom(flow);
        }

        @Override
        public void onBytes(ByteBuffer data) throws FastRouterException {
            int came = data.remaining();
            long before = pipe.received();
            part.accept(data);
            pipe.passedOver((int) (came - (pipe.received() - before)));
            if (!reading && pipe.received() > 0) {
                firstBytes(head);
            }
        }

        @Override
        public void onEnd() {
            try {
                part.end();
                if (!reading) {
                    firstBytes(head);
                }
                ended(index);
            } catch (IOException e) {
                fail(new FastRouterException(
                        "The next part can't be asked for", ErrorDetails.ofCode("request_not_written"), e));
            } catch (FastRouterException e) {
                fail(e);
            }
        }

        @Override
        public void onFailure(FastRouterException failure) {
            fail(failure);
        }
    }
}
