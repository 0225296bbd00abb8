package ai.fastrouter.camel.job.poll;

import ai.fastrouter.camel.gateway.Call;
import java.util.function.Consumer;

/** Asks the gateway for one job. */
@FunctionalInterface
public interface PollSender {

    /**
     * @param responseUrl what to ask for
     * @param model       the job's model
     * @param receiver    told the result exactly once, on any thread, which it must not hold
     */
    Call send(String responseUrl, String model, Consumer<PollResult> receiver);
}
