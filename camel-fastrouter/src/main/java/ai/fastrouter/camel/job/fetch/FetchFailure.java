package ai.fastrouter.camel.job.fetch;

import ai.fastrouter.camel.error.FastRouterException;

/**
 * Why audio could not be fetched.
 *
 * @param refused whether it is not allowed, so that another try is in vain
 * @param local   whether the cause is on this machine, so that neither address nor server is to blame
 * @param reason  completes the sentence "the audio could not be downloaded: ..."; without the address
 * @param cause   null when there is none
 */
public record FetchFailure(boolean refused, boolean local, String reason, FastRouterException cause) {}
