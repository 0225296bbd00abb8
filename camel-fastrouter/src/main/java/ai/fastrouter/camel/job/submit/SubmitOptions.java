package ai.fastrouter.camel.job.submit;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import ai.fastrouter.camel.exchange.OptionSource;
import ai.fastrouter.camel.exchange.OptionTypes;
import java.util.Map;

/** The options of a submit that a message may override. */
public final class SubmitOptions {

    /** All of them. */
    public static final OptionSet SET = new OptionSet();

    static final Option<String> PROMPT = SET.add("prompt", FastRouterConstants.PROMPT, OptionTypes.text());
    static final Option<String> MODEL = SET.add("model", FastRouterConstants.MODEL, OptionTypes.text());
    static final Option<Integer> DURATION =
            SET.add("duration", FastRouterConstants.DURATION, OptionTypes.integer(1, Integer.MAX_VALUE));
    static final Option<Boolean> INCLUDE_MESSAGES = SET.add("includeMessages", null, OptionTypes.bool());
    static final Option<Map<String, Object>> ADDITIONAL_BODY =
            SET.add("additionalBody", FastRouterConstants.ADDITIONAL_BODY, OptionTypes.fields("stream"));

    /** Whether the exchange waits for the audio. */
    public static final Option<Boolean> AWAIT = SET.add("await", FastRouterConstants.AWAIT, OptionTypes.bool());

    /** Whether the job is put into the repository; unset decides by who is there to collect it. */
    public static final Option<Boolean> STORE = SET.add("store", FastRouterConstants.STORE, OptionTypes.bool());

    /** Whether an awaited job's audio is downloaded. */
    public static final Option<Boolean> DOWNLOAD =
            SET.add("download", FastRouterConstants.DOWNLOAD, OptionTypes.bool());

    private SubmitOptions() {}

    /** The model of an endpoint, or what to take when it is unset. */
    public static String model(OptionSource source, String otherwise) {
        Object model = source.get(MODEL.name());
        return model == null ? otherwise : model.toString();
    }
}
