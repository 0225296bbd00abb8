package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.exchange.spool.Spool;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.speech.join.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks the parts of a text, some of them at once, and makes one re-readable body of them. Each part is written to a spool of its
 * own, on the I/O side, so that none waits for another; the body reads them one after the other. Thread-safe.
 */
final class SpooledSpeech implements Call {

    private final Speech speech;
    private final SpoolSettings settings;
    private final Spool[] spools;
    private final List<Call> calls = new ArrayList<>(2);
    private ResponseHead firstHead;
    private int next;
    private int missing;
    private boolean over;

    SpooledSpeech(Speech speech) {
        this.speech = speech;
        this.settings = SpoolSettings.of(speech.context().camelContext());
        this.missing = speech.parts().size();
        this.spools = new Spool[missing];
    }

    void start() throws IOException, FastRouterException {
        for (int i = 0; i < speech.parallel(); i++) {
            sendNext();
        }
        if (spools.length > 1) {
            speech.turn().calling(this);
        }
    }

    private void sendNext() throws IOException, FastRouterException {
        int index;
        synchronized (this) {
            if (over || next == spools.length) {
                return;
            }
            index = next++;
        }
        Call call = speech.send(index, new PartListener(index));
        boolean tooLate;
        synchronized (this) {
            calls.add(call);
            tooLate = over;
        }
        if (tooLate) {
            call.cancel();
        }
    }

    private void complete() {
        synchronized (this) {
            missing--;
            if (missing > 0 || over) {
                return;
            }
            over = true;
        }
        if (!speech.turn().resume(speech.context().worker(), this::hand)) {
            discard();
        }
    }

    /** On a worker: the body. From here on the exchange owns the spools. */
    private void hand() throws IOException {
        List<Spool> all = new ArrayList<>(List.of(spools));
        if (speech.joiner() != null) {
            long length = all.stream().mapToLong(Spool::length).sum();
            ByteBuffer header = speech.joiner().header(length);
            Spool first = new Spool(settings, header.remaining());
            first.append(header);
            first.complete();
            all.add(0, first);
        }
        AudioSpool body = AudioSpool.of(all, speech.exchange());
        AudioMessage.write(speech.exchange(), firstHead, speech.format(), body, body.length());
    }

    /** The first failure is the one that counts: those of the other parts only follow from it. */
    private void fail(Throwable failure) {
        List<Call> running = giveUp();
        if (running != null) {
            speech.turn().fail(speech.context().worker(), failure);
            running.forEach(Call::cancel);
        }
    }

    /** Gives up all calls and deletes what they wrote, unless all is there. */
    @Override
    public void cancel() {
        List<Call> running = giveUp();
        if (running != null) {
            running.forEach(Call::cancel);
        }
    }

    /** The calls to cancel; null when it is over already. */
    private synchronized List<Call> giveUp() {
        if (over) {
            return null;
        }
        over = true;
        discard();
        return List.copyOf(calls);
    }

    private synchronized void discard() {
        for (Spool spool : spools) {
            if (spool != null) {
                spool.discard();
            }
        }
    }

    private synchronized Spool open(int index, ResponseHead head) {
        firstHead = index == 0 ? head : firstHead;
        Spool spool = new Spool(settings, head.contentLength());
        spools[index] = spool;
        if (over) {
            spool.discard();
        }
        return spool;
    }

    /** Writes one part to its spool. */
    private final class PartListener implements AudioListener {

        private final int index;
        private Spool spool;
        private Part part;

        PartListener(int index) {
            this.index = index;
        }

        @Override
        public void onHead(ResponseHead head, BodyFlow flow) {
            spool = open(index, head);
            part = speech.part(index, this::write);
            flow.request(BodyFlow.UNLIMITED);
        }

        private void write(ByteBuffer data) throws FastRouterException {
            try {
                spool.append(data);
            } catch (IOException e) {
                throw notKept(e);
            }
        }

        @Override
        public void onBytes(ByteBuffer data) throws FastRouterException {
            part.accept(data);
        }

        @Override
        public void onEnd() {
            try {
                part.end();
                spool.complete();
                if (spools.length > 1) {
                    sendNext();
                }
                complete();
            } catch (IOException e) {
                fail(notKept(e));
            } catch (FastRouterException e) {
                fail(e);
            }
        }

        @Override
        public void onFailure(FastRouterException failure) {
            fail(failure);
        }

        private FastRouterException notKept(IOException cause) {
            return new FastRouterException(
                    "The audio can't be kept until its exchange is done: " + cause.getMessage(),
                    ErrorDetails.ofCode("spool_failed"),
                    cause);
        }
    }
}
