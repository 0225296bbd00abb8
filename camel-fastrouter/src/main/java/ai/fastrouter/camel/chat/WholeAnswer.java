package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import java.util.concurrent.Executor;

/** Takes a whole answer from the I/O thread to a worker, where it is read and the route goes on. */
final class WholeAnswer implements ReplyListener {

    /** Reads an answer into its exchange, on a worker. */
    @FunctionalInterface
    interface Reading {
        void read(ResponseHead head, byte[] body, int length) throws Exception;
    }

    private final Turn turn;
    private final Executor worker;
    private final Reading reading;

    WholeAnswer(Turn turn, Executor worker, Reading reading) {
        this.turn = turn;
        this.worker = worker;
        this.reading = reading;
    }

    @Override
    public void onReply(ResponseHead head, byte[] body, int length) {
        turn.resume(worker, () -> reading.read(head, body, length));
    }

    @Override
    public void onFailure(FastRouterException failure) {
        turn.fail(worker, failure);
    }
}
