package ai.fastrouter.camel.exchange;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import org.apache.camel.Message;

/**
 * One option of an operation: its name, the header that overrides it, and which values it takes. Declared once and used both at
 * start-up and for each message.
 *
 * @param <T> the type of its values
 */
public final class Option<T> {

    private final int index;
    private final String name;
    private final String header;
    private final OptionType<T> type;

    Option(int index, String name, String header, OptionType<T> type) {
        this.index = index;
        this.name = name;
        this.header = header;
        this.type = type;
    }

    /** The name in the URI and in the configuration. */
    public String name() {
        return name;
    }

    /** The header that overrides it; null when there is none. */
    public String header() {
        return header;
    }

    int index() {
        return index;
    }

    T fromEndpoint(Object value) {
        try {
            return value == null ? null : type.convert(value);
        } catch (InvalidValueException e) {
            throw new IllegalArgumentException(
                    "Option " + name + "=" + e.shown() + " is not valid: it must be " + e.allowed());
        }
    }

    T fromHeader(Message message, T otherwise) throws FastRouterRequestException {
        Object value = header == null ? null : message.getHeader(header);
        if (value == null) {
            return otherwise;
        }
        try {
            return type.convert(value);
        } catch (InvalidValueException e) {
            throw new FastRouterRequestException(
                    "Header " + header + "=" + e.shown() + " is not valid: it must be " + e.allowed(),
                    ErrorDetails.ofCode("invalid_option"),
                    null);
        }
    }
}
