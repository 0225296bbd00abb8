package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;

/** Two options of which only one may be sent. */
final class Exclusion {

    private Exclusion() {}

    /**
     * Which one is not sent: of two that are set, the endpoint's gives way to a header.
     *
     * @return null if at most one is set
     * @throws IllegalArgumentException if both come from the same place; the text names them
     */
    static Option<?> dropped(OptionValues values, Option<?> one, Option<?> other) {
        if (!values.has(one) || !values.has(other)) {
            return null;
        }
        if (values.isOverridden(one) == values.isOverridden(other)) {
            throw new IllegalArgumentException(
                    named(values, one) + " and " + named(values, other) + " can't be used together: set one of them");
        }
        return values.isOverridden(one) ? other : one;
    }

    /** The name under which its user set it. */
    static String named(OptionValues values, Option<?> option) {
        return values.isOverridden(option) ? "Header " + option.header() : "Option " + option.name();
    }
}
