package ai.fastrouter.camel.operations;

/** A component whose calls are watched. */
public interface Monitored {

    /** What is known of its calls. */
    Monitoring getMonitoring();
}
