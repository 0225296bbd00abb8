package ai.fastrouter.camel.operations.health;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.BodyFlow;
import ai.fastrouter.camel.gateway.BodyReceiver;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.ResponseHandler;
import ai.fastrouter.camel.gateway.ResponseHead;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a gateway for its models, which costs nothing. The calling thread, which is that of a health check and never that of a
 * route, waits for the answer, 5 seconds at most.
 */
public final class ModelsProbe {

    private static final long PATIENCE_MILLIS = 5_000;

    private final GatewayClient client;
    private final GatewayTarget target;

    public ModelsProbe(GatewayClient client, GatewayTarget target) {
        this.client = client;
        this.target = target;
    }

    /**
     * How the gateway answered.
     *
     * @param status 0 when no response arrived
     * @param code   what went wrong before a response arrived; null otherwise
     */
    record Answer(int status, String code) {

        boolean isWell() {
            return status >= 200 && status < 300 && code == null;
        }
    }

    Answer ask() {
        GatewayRequest request = target.get("/models", List.of(), "models");
        Waiting answer = new Waiting();
        Call call = client.send(request, answer);
        try {
            if (!answer.over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                call.cancel();
                return new Answer(answer.status, "no_answer_in_" + PATIENCE_MILLIS + "_ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel();
            return new Answer(answer.status, "interrupted");
        }
        return new Answer(answer.status, answer.code);
    }

    /** Keeps the status and lets the list go: it is long, and its content says nothing of health. */
    private static final class Waiting implements ResponseHandler, BodyReceiver {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile int status;
        private volatile String code;

        @Override
        public BodyReceiver onHead(ResponseHead head, BodyFlow flow) {
            status = head.status();
            flow.request(BodyFlow.UNLIMITED);
            return this;
        }

        @Override
        public void onData(ByteBuffer data) {
            data.position(data.limit());
        }

        @Override
        public void onEnd() {
            over.countDown();
        }

        @Override
        public void onFailure(FastRouterException failure) {
            code = failure.getCode() == null ? failure.getCategory().name() : failure.getCode();
            over.countDown();
        }
    }
}
