package ai.fastrouter.camel.exchange;

/** Where the values of options come from at start-up: the endpoint, which was filled from its component. */
@FunctionalInterface
public interface OptionSource {

    /** The value of an option by its name, for example {@code temperature}; null when unset. */
    Object get(String name);
}
