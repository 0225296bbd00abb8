package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import ai.fastrouter.camel.job.collect.SteadyClock;
import ai.fastrouter.camel.job.fetch.AudioFetch;
import ai.fastrouter.camel.job.poll.JobPoller;
import ai.fastrouter.camel.job.poll.JobTimer;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.util.URISupport;

/**
 * Puts together what producers and consumers of jobs both need.
 *
 * @param clock the wall's
 */
record JobParts(OperationContext context, JobOptions options, JobDesk desk, Clock clock) {

    JobPoller poller(JobTimer timer) {
        return new JobPoller(
                options.polls(),
                new GatewayPoll(context),
                timer,
                new SteadyClock(),
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    AudioFetch fetch() {
        return new AudioFetch(
                options.fetchRules(context.target().timeouts()),
                () -> desk.downloads(options.allowPrivateAddresses()),
                SpoolSettings.of(context.camelContext()),
                context.listeners(),
                URISupport.sanitizeUri(context.endpoint().getEndpointUri()));
    }
}
