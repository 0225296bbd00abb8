package ai.fastrouter.camel.exchange.stream;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterStreamException;

/** Says of a body of bytes that broke how far it had come. */
public final class BrokenBody {

    private BrokenBody() {}

    /**
     * @param received how many bytes had arrived
     * @return a {@link FastRouterStreamException}; the failure itself if nothing had arrived, or if the call was given up here
     */
    public static FastRouterException after(long received, FastRouterException failure) {
        boolean known =
                failure instanceof FastRouterStreamException || failure.getCategory() == ErrorCategory.CANCELLED;
        if (received == 0 || known) {
            return failure;
        }
        return new FastRouterStreamException(
                "The audio broke off after " + received + " bytes: " + failure.getMessage(),
                failure.getDetails(),
                null,
                received,
                failure);
    }
}
