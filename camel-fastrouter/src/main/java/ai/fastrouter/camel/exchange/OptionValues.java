package ai.fastrouter.camel.exchange;

import java.util.BitSet;

/** Values of an {@link OptionSet}'s options, and which of them a header gave. Not changed once handed out. */
public final class OptionValues {

    private final Object[] values;
    private BitSet overridden;

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

    /** Whether a header of the message gave the value. */
    public boolean isOverridden(Option<?> option) {
        return overridden != null && overridden.get(option.index());
    }

    OptionValues copy() {
        return new OptionValues(values.clone());
    }

    void override(int index, Object value) {
        overridden = overridden == null ? new BitSet(values.length) : overridden;
        overridden.set(index);
        values[index] = value;
    }
}
