package ai.fastrouter.camel.exchange;

/** Values of an {@link OptionSet}'s options. Not changed once made. */
public final class OptionValues {

    private final Object[] values;

    OptionValues(Object[] values) {
        this.values = values;
    }

    /** The value, or null when it is unset. */
    @SuppressWarnings("unchecked") // the option itself made the value
    public <T> T get(Option<T> option) {
        return (T) values[option.index()];
    }

    /** The value, or what to take when it is unset. */
    public <T> T get(Option<T> option, T otherwise) {
        T value = get(option);
        return value == null ? otherwise : value;
    }

    /** Whether it is set. */
    public boolean has(Option<?> option) {
        return values[option.index()] != null;
    }

    Object[] copy() {
        return values.clone();
    }
}
