package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterStreamException;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.exchange.stream.BrokenBody;
import ai.fastrouter.camel.exchange.stream.BytePipe;
import ai.fastrouter.camel.exchange.stream.CallSlot;
import ai.fastrouter.camel.exchange.stream.LiveStream;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.speech.join.Part;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Speaks the parts of a text one after the other into a stream that the route reads meanwhile. The route goes on with the first
 * bytes. A part is asked for when the one before it has ended: asked for earlier, its connection would stand still for as long as
 * the reader takes, which servers do not bear.
 */
final class LiveSpeech {

    private final Speech speech;
    private final boolean autoClose;
    private final BytePipe pipe = new BytePipe();
    private final CallSlot call = new CallSlot();
    private volatile boolean reading;

    /** @param autoClose whether the stream is closed when its exchange is done */
    LiveSpeech(Speech speech, boolean autoClose) {
        this.speech = speech;
        this.autoClose = autoClose;
    }

    void start() throws IOException, FastRouterException {
        send(0);
    }

    private void send(int index) throws IOException, FastRouterException {
        call.set(speech.send(index, new PartListener(index)));
    }

    private void firstBytes(ResponseHead head) {
        reading = true;
        Observation observation = speech.turn().observation();
        if (observation != null) {
            observation.status(head.status(), head.requestId());
            observation.streaming();
        }
        long length = speech.parts().size() == 1 ? head.contentLength() : 0;
        boolean resumed = speech.turn().resume(speech.context().streamWorker(), () -> {
            LiveStream stream = new LiveStream(pipe, call, length);
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
            pipe.end();
            endObservation(null);
        }
    }

    private void fail(FastRouterException failure) {
        if (!reading) {
            speech.turn().fail(speech.context().worker(), failure);
            return;
        }
        // the stream is the whole, whichever part broke
        FastRouterException reason = failure instanceof FastRouterStreamException part && part.getReason() != null
                ? part.getReason()
                : failure;
        FastRouterException broken = BrokenBody.after(pipe.received(), reason);
        pipe.fail(new IOException(broken.getMessage(), broken));
        call.cancel();
        endObservation(broken);
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
            part.accept(data);
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
