package ai.fastrouter.camel;

import ai.fastrouter.camel.job.JobDesk;
import org.apache.camel.CamelContext;

/** Lets tests look at what the prompt-to-audio endpoints of a component share. */
public final class JobDeskAccess {

    private JobDeskAccess() {}

    public static JobDesk of(CamelContext context) {
        return context.getComponent("fastrouter", FastRouterComponent.class).jobs();
    }
}
