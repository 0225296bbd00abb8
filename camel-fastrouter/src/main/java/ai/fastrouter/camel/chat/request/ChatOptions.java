package ai.fastrouter.camel.chat.request;

import static ai.fastrouter.camel.exchange.OptionTypes.any;
import static ai.fastrouter.camel.exchange.OptionTypes.bool;
import static ai.fastrouter.camel.exchange.OptionTypes.fields;
import static ai.fastrouter.camel.exchange.OptionTypes.integer;
import static ai.fastrouter.camel.exchange.OptionTypes.list;
import static ai.fastrouter.camel.exchange.OptionTypes.listOf;
import static ai.fastrouter.camel.exchange.OptionTypes.number;
import static ai.fastrouter.camel.exchange.OptionTypes.oneOf;
import static ai.fastrouter.camel.exchange.OptionTypes.text;
import static ai.fastrouter.camel.exchange.OptionTypes.whole;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import ai.fastrouter.camel.gateway.wire.RawJson;
import java.util.List;
import java.util.Map;

/** The options of chat. Ranges are those of the FastRouter specification where it has them, else OpenAI's. */
public final class ChatOptions {

    /** All of them. */
    public static final OptionSet ALL = new OptionSet();

    public static final Option<String> MODEL = ALL.add("model", FastRouterConstants.MODEL, text());
    public static final Option<String> OUTPUT =
            ALL.add("output", FastRouterConstants.OUTPUT, oneOf("text", "response", "json", "audio"));
    public static final Option<Map<String, Object>> ADDITIONAL_BODY =
            ALL.add("additionalBody", FastRouterConstants.ADDITIONAL_BODY, fields("messages", "stream"));
    public static final Option<String> USER_MESSAGE = ALL.add("userMessage", FastRouterConstants.USER_MESSAGE, text());
    public static final Option<String> SYSTEM_MESSAGE =
            ALL.add("systemMessage", FastRouterConstants.SYSTEM_MESSAGE, text());
    public static final Option<Double> TEMPERATURE =
            ALL.add("temperature", FastRouterConstants.TEMPERATURE, number(0, 2));
    public static final Option<Integer> MAX_TOKENS =
            ALL.add("maxTokens", FastRouterConstants.MAX_TOKENS, integer(1, Integer.MAX_VALUE));
    public static final Option<Double> TOP_P = ALL.add("topP", FastRouterConstants.TOP_P, number(0, 1));
    public static final Option<Double> FREQUENCY_PENALTY =
            ALL.add("frequencyPenalty", FastRouterConstants.FREQUENCY_PENALTY, number(-2, 2));
    public static final Option<Double> PRESENCE_PENALTY =
            ALL.add("presencePenalty", FastRouterConstants.PRESENCE_PENALTY, number(-2, 2));
    public static final Option<List<String>> STOP =
            ALL.add("stop", FastRouterConstants.STOP, JsonTypes.stopSequences(4));
    public static final Option<Long> SEED = ALL.add("seed", FastRouterConstants.SEED, whole());
    public static final Option<String> USER = ALL.add("user", FastRouterConstants.USER, text());
    public static final Option<List<String>> MODELS = ALL.add("models", FastRouterConstants.MODELS, list());
    public static final Option<List<String>> PROVIDER_ONLY =
            ALL.add("providerOnly", FastRouterConstants.PROVIDER_ONLY, list());
    public static final Option<List<String>> PROVIDER_ORDER =
            ALL.add("providerOrder", FastRouterConstants.PROVIDER_ORDER, list());
    public static final Option<Boolean> PROVIDER_ALLOW_FALLBACKS =
            ALL.add("providerAllowFallbacks", FastRouterConstants.PROVIDER_ALLOW_FALLBACKS, bool());
    public static final Option<RawJson> TOOLS = ALL.add("tools", FastRouterConstants.TOOLS, JsonTypes.tools());
    public static final Option<Object> TOOL_CHOICE =
            ALL.add("toolChoice", FastRouterConstants.TOOL_CHOICE, JsonTypes.toolChoice());
    public static final Option<String> RESPONSE_FORMAT =
            ALL.add("responseFormat", FastRouterConstants.RESPONSE_FORMAT, oneOf("text", "json_object", "json_schema"));
    public static final Option<RawJson> JSON_SCHEMA =
            ALL.add("jsonSchema", FastRouterConstants.JSON_SCHEMA, JsonTypes.schema());
    public static final Option<Object> OUTPUT_CLASS = ALL.add("outputClass", FastRouterConstants.OUTPUT_CLASS, any());
    public static final Option<List<String>> REQUEST_TAGS =
            ALL.add("requestTags", FastRouterConstants.REQUEST_TAGS, list());
    public static final Option<String> ASPECT_RATIO = ALL.add(
            "aspectRatio",
            FastRouterConstants.ASPECT_RATIO,
            oneOf("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"));
    public static final Option<String> REASONING_EFFORT = ALL.add(
            "reasoningEffort",
            FastRouterConstants.REASONING_EFFORT,
            oneOf("low", "medium", "high", "none", "minimal", "xhigh", "max", "trending"));
    public static final Option<Integer> REASONING_MAX_TOKENS =
            ALL.add("reasoningMaxTokens", FastRouterConstants.REASONING_MAX_TOKENS, integer(1024, 32000));
    public static final Option<Boolean> REASONING_EXCLUDE =
            ALL.add("reasoningExclude", FastRouterConstants.REASONING_EXCLUDE, bool());
    public static final Option<Boolean> REASONING_ENABLED =
            ALL.add("reasoningEnabled", FastRouterConstants.REASONING_ENABLED, bool());
    public static final Option<List<String>> MODALITIES =
            ALL.add("modalities", FastRouterConstants.MODALITIES, listOf("text", "audio", "image"));
    public static final Option<String> AUDIO_VOICE = ALL.add("audioVoice", FastRouterConstants.AUDIO_VOICE, text());
    public static final Option<String> AUDIO_FORMAT = ALL.add(
            "audioFormat", FastRouterConstants.AUDIO_FORMAT, oneOf("mp3", "wav", "flac", "opus", "aac", "pcm16"));
    public static final Option<Boolean> CONVERSATION =
            ALL.add("conversation", FastRouterConstants.CONVERSATION, bool());
    public static final Option<Boolean> STREAM = ALL.add("stream", FastRouterConstants.STREAM, bool());
    public static final Option<String> STREAM_OUTPUT =
            ALL.add("streamOutput", FastRouterConstants.STREAM_OUTPUT, oneOf("chunks", "text", "sse", "audio"));
    public static final Option<Boolean> INCLUDE_USAGE =
            ALL.add("includeUsage", FastRouterConstants.INCLUDE_USAGE, bool());

    private ChatOptions() {}
}
