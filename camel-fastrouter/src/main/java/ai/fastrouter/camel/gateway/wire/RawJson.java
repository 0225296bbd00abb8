package ai.fastrouter.camel.gateway.wire;

import com.fasterxml.jackson.core.io.SerializedString;

/** A piece of JSON that was checked and written beforehand, and goes into requests as it is. */
public final class RawJson {

    private final SerializedString json;

    private RawJson(String json) {
        this.json = new SerializedString(json);
        // written out now, not by whichever request comes first
        this.json.asUnquotedUTF8();
    }

    /** Text that the caller knows to be JSON. */
    public static RawJson of(String json) {
        return new RawJson(json);
    }

    /** The length in bytes. */
    public int size() {
        return json.asUnquotedUTF8().length;
    }

    SerializedString serialized() {
        return json;
    }

    /** The JSON. */
    @Override
    public String toString() {
        return json.getValue();
    }
}
