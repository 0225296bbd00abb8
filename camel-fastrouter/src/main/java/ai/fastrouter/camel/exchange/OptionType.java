package ai.fastrouter.camel.exchange;

/**
 * Turns what a URI or a header holds into an option's value.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface OptionType<T> {

    /**
     * @param value never null
     * @throws InvalidValueException if the value has the wrong type or is out of range
     */
    T convert(Object value) throws InvalidValueException;
}
