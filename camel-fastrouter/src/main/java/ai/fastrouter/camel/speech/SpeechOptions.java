package ai.fastrouter.camel.speech;

import static ai.fastrouter.camel.exchange.OptionTypes.bool;
import static ai.fastrouter.camel.exchange.OptionTypes.fields;
import static ai.fastrouter.camel.exchange.OptionTypes.integer;
import static ai.fastrouter.camel.exchange.OptionTypes.number;
import static ai.fastrouter.camel.exchange.OptionTypes.oneOf;
import static ai.fastrouter.camel.exchange.OptionTypes.text;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import java.util.Map;

/** The options of speech. Ranges are those of the ARouter audio guide; that of the instructions is OpenAI's. */
final class SpeechOptions {

    static final int LONGEST_INSTRUCTIONS = 4096;

    static final OptionSet ALL = new OptionSet();

    static final Option<String> MODEL = ALL.add("model", FastRouterConstants.MODEL, text());
    static final Option<String> VOICE = ALL.add("voice", FastRouterConstants.VOICE, text());
    static final Option<String> FORMAT = ALL.add(
            "responseFormat", FastRouterConstants.RESPONSE_FORMAT, oneOf("mp3", "opus", "aac", "flac", "wav", "pcm"));
    static final Option<Double> SPEED = ALL.add("speed", FastRouterConstants.SPEED, number(0.25, 4));
    static final Option<String> INSTRUCTIONS =
            ALL.add("instructions", FastRouterConstants.INSTRUCTIONS, text(LONGEST_INSTRUCTIONS));
    static final Option<Boolean> SPLIT_INPUT = ALL.add("splitInput", FastRouterConstants.SPLIT_INPUT, bool());
    static final Option<Integer> SPLIT_PARALLEL = ALL.add("splitParallel", null, integer(1, 16));
    static final Option<String> OUTPUT = ALL.add("output", FastRouterConstants.OUTPUT, oneOf("audio", "stream"));
    static final Option<Boolean> AUTO_CLOSE = ALL.add("autoCloseStream", null, bool());
    static final Option<Map<String, Object>> ADDITIONAL_BODY =
            ALL.add("additionalBody", FastRouterConstants.ADDITIONAL_BODY, fields("input", "stream_format"));

    private SpeechOptions() {}
}
