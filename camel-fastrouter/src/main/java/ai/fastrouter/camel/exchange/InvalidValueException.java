package ai.fastrouter.camel.exchange;

/** A value that an option does not take. Says what was given and what is allowed; the option adds its name. */
public final class InvalidValueException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_AT_MOST = 80;

    private final String shown;
    private final String allowed;

    /**
     * @param value   the value; only its beginning is shown
     * @param allowed completes the sentence "it must be ..."
     */
    public InvalidValueException(Object value, String allowed) {
        super(allowed, null, false, false);
        String text = String.valueOf(value);
        this.shown = text.length() > SHOWN_AT_MOST ? text.substring(0, SHOWN_AT_MOST) + "..." : text;
        this.allowed = allowed;
    }

    String shown() {
        return shown;
    }

    String allowed() {
        return allowed;
    }
}
