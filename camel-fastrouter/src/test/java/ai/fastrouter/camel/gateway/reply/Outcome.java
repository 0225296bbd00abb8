package ai.fastrouter.camel.gateway.reply;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.ResponseHead;

/** Remembers how a call ended, and refuses a second end. */
final class Outcome implements ReplyListener {

    ResponseHead head;
    byte[] body;
    int length = -1;
    FastRouterException failure;
    private boolean ended;

    @Override
    public void onReply(ResponseHead replyHead, byte[] replyBody, int replyLength) {
        end();
        head = replyHead;
        body = replyBody;
        length = replyLength;
    }

    @Override
    public void onFailure(FastRouterException replyFailure) {
        end();
        failure = replyFailure;
    }

    private void end() {
        if (ended) {
            throw new AssertionError("ended twice");
        }
        ended = true;
    }
}
