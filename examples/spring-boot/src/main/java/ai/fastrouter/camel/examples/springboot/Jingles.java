package ai.fastrouter.camel.examples.springboot;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far the jingles are that were ordered since the start. */
@Component
public class Jingles {

    /** How far a jingle is. */
    public enum State {
        /** Nobody ordered it. */
        UNKNOWN,
        /** The gateway works on it. */
        ORDERED,
        /** Its file is there. */
        READY,
        /** There will be none. */
        FAILED
    }

    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** The name of a new jingle. */
    public String name() {
        return UUID.randomUUID().toString();
    }

    /** The gateway has taken the order. It may be done with it already. */
    public void ordered(String name) {
        states.putIfAbsent(name, State.ORDERED);
    }

    /** Its file was written. */
    public void ready(String name) {
        states.put(name, State.READY);
    }

    /** It could not be made. */
    public void failed(String name) {
        states.put(name, State.FAILED);
    }

    /** How far it is. */
    public State state(String name) {
        return states.getOrDefault(name, State.UNKNOWN);
    }
}
