package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.OptionValues;

/** What would surprise at run time and can be told at start-up. */
final class EndpointRules {

    private EndpointRules() {}

    /** @throws IllegalArgumentException naming the options */
    static void check(OptionValues endpoint) {
        boolean stream = endpoint.get(ChatOptions.STREAM, false);
        if ("audio".equals(endpoint.get(ChatOptions.STREAM_OUTPUT)) && !stream) {
            throw new IllegalArgumentException(
                    "Option streamOutput=audio needs stream=true; for audio as a whole use output=audio");
        }
        if ("audio".equals(endpoint.get(ChatOptions.OUTPUT)) && stream) {
            throw new IllegalArgumentException(
                    "Option output=audio can't be used together with stream=true; use streamOutput=audio");
        }
    }
}
