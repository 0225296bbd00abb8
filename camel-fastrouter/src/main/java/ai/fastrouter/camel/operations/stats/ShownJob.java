package ai.fastrouter.camel.operations.stats;

import java.time.Duration;

/**
 * A pending job as pages show it.
 *
 * @param id        by what it can be dropped: the provider's id; where only its address is known, a number in its place, since who
 *                  has the address may have the audio
 * @param collector the consumer that collects it, without secrets; null when there is none
 * @param model     null when unknown
 * @param state     as the gateway last told it; {@code SUBMITTED} before it was asked
 * @param position  its place in the queue as the gateway last told it; null when unknown
 * @param age       since its submit; null when unknown
 * @param polls     how often this node has asked for it
 */
public record ShownJob(
        String id, String collector, String model, String state, Integer position, Duration age, int polls) {}
