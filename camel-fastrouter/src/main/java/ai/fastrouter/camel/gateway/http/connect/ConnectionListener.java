package ai.fastrouter.camel.gateway.http.connect;

/** Implemented by the context of an exchange that wants to know how far its connection is. */
public interface ConnectionListener {

    /** A connection has to be made for the exchange. */
    void connecting();

    /** The request's first byte is about to be written. Called on the I/O thread. */
    void sending();
}
