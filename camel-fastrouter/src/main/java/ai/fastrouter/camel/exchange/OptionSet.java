package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.error.FastRouterRequestException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/**
 * The options of one operation. Filled once in a static initializer, then only read.
 *
 * <p>A header wins over the endpoint, which was filled from its component.
 */
public final class OptionSet {

    private final List<Option<?>> options = new ArrayList<>();

    /** Declares an option. */
    public <T> Option<T> add(String name, String header, OptionType<T> type) {
        Option<T> option = new Option<>(options.size(), name, header, type);
        options.add(option);
        return option;
    }

    /** All options in the order of their declaration. */
    public List<Option<?>> all() {
        return List.copyOf(options);
    }

    /**
     * The endpoint's own values, checked.
     *
     * @throws IllegalArgumentException if one is out of range; the text names it, the value and the range
     */
    public OptionValues read(OptionSource source) {
        Object[] values = new Object[options.size()];
        for (Option<?> option : options) {
            values[option.index()] = option.fromEndpoint(source.get(option.name()));
        }
        return new OptionValues(values);
    }

    /**
     * The values for one message.
     *
     * @throws FastRouterRequestException if a header is out of range; the text names it, the value and the range
     */
    public OptionValues resolve(OptionValues endpoint, Message message) throws FastRouterRequestException {
        if (!message.hasHeaders()) {
            return endpoint;
        }
        OptionValues resolved = endpoint;
        for (int i = 0; i < options.size(); i++) {
            Option<?> option = options.get(i);
            if (option.header() != null && message.getHeader(option.header()) != null) {
                // most messages override nothing, so the copy is made for the first that does
                resolved = resolved == endpoint ? endpoint.copy() : resolved;
                resolved.override(i, option.fromHeader(message, null));
            }
        }
        return resolved;
    }
}
