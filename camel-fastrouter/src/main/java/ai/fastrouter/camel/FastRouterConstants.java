package ai.fastrouter.camel;

import org.apache.camel.spi.Metadata;

/**
 * Names of the headers and exchange properties of this component. Headers of the first group go in and override an option for
 * one message; those of the second come out.
 */
public final class FastRouterConstants {

    @Metadata(
            label = "producer",
            description = "Overrides the option `model`. The model, as `provider/model`.",
            javaType = "String")
    public static final String MODEL = "CamelFastRouterModel";

    @Metadata(
            label = "producer",
            description = "Overrides the option `output`. What the body becomes.",
            javaType = "String")
    public static final String OUTPUT = "CamelFastRouterOutput";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `additionalBody`. Further fields of the request body, `additionalBody.top_k=40`.",
            javaType = "java.util.Map")
    public static final String ADDITIONAL_BODY = "CamelFastRouterAdditionalBody";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `userMessage`. The user's text beside a body that is an image, audio, video or document; or the only user turn when the body is empty.",
            javaType = "String")
    public static final String USER_MESSAGE = "CamelFastRouterUserMessage";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `systemMessage`. A system turn put before the messages, unless they begin with one.",
            javaType = "String")
    public static final String SYSTEM_MESSAGE = "CamelFastRouterSystemMessage";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `temperature`. Sampling temperature, 0 to 2 in chat, 0 to 1 in transcription.",
            javaType = "Double")
    public static final String TEMPERATURE = "CamelFastRouterTemperature";

    @Metadata(
            label = "producer",
            description = "Overrides the option `maxTokens`. The most tokens to generate, at least 1.",
            javaType = "Integer")
    public static final String MAX_TOKENS = "CamelFastRouterMaxTokens";

    @Metadata(
            label = "producer",
            description = "Overrides the option `topP`. Nucleus sampling, 0 to 1.",
            javaType = "Double")
    public static final String TOP_P = "CamelFastRouterTopP";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `frequencyPenalty`. Penalty for tokens by their frequency so far, -2 to 2.",
            javaType = "Double")
    public static final String FREQUENCY_PENALTY = "CamelFastRouterFrequencyPenalty";

    @Metadata(
            label = "producer",
            description = "Overrides the option `presencePenalty`. Penalty for tokens that occurred already, -2 to 2.",
            javaType = "Double")
    public static final String PRESENCE_PENALTY = "CamelFastRouterPresencePenalty";

    @Metadata(
            label = "producer",
            description = "Overrides the option `stop`. Stop sequences, at most 4: texts separated by commas.",
            javaType = "Object")
    public static final String STOP = "CamelFastRouterStop";

    @Metadata(
            label = "producer",
            description = "Overrides the option `seed`. Seed for sampling, where the model knows one.",
            javaType = "Long")
    public static final String SEED = "CamelFastRouterSeed";

    @Metadata(
            label = "producer",
            description = "Overrides the option `user`. An id of your end user, passed on to the provider.",
            javaType = "String")
    public static final String USER = "CamelFastRouterUser";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `models`. Fallback models separated by commas, tried in order after `model`.",
            javaType = "Object")
    public static final String MODELS = "CamelFastRouterModels";

    @Metadata(
            label = "producer",
            description = "Overrides the option `providerOnly`. Providers that may be used, separated by commas.",
            javaType = "Object")
    public static final String PROVIDER_ONLY = "CamelFastRouterProviderOnly";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `providerOrder`. Providers in the order to be tried, separated by commas.",
            javaType = "Object")
    public static final String PROVIDER_ORDER = "CamelFastRouterProviderOrder";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `providerAllowFallbacks`. Whether other providers may answer when those of `providerOrder` do not.",
            javaType = "Boolean")
    public static final String PROVIDER_ALLOW_FALLBACKS = "CamelFastRouterProviderAllowFallbacks";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `tools`. Tool definitions: a JSON array, or `resource:classpath:tools.json` to load one.",
            javaType = "Object")
    public static final String TOOLS = "CamelFastRouterTools";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `toolChoice`. `none`, `auto`, `required`, the name of a function, or the JSON object of the gateway API.",
            javaType = "Object")
    public static final String TOOL_CHOICE = "CamelFastRouterToolChoice";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `responseFormat`. Chat: `text`, `json_object` or `json_schema` (the default when `jsonSchema` or `outputClass` is set).",
            javaType = "String")
    public static final String RESPONSE_FORMAT = "CamelFastRouterResponseFormat";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `jsonSchema`. The JSON schema of the answer: inline, or `resource:classpath:answer.schema.json`.",
            javaType = "String")
    public static final String JSON_SCHEMA = "CamelFastRouterJsonSchema";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `outputClass`. Class whose schema is asked for and into which the answer is turned.",
            javaType = "Object")
    public static final String OUTPUT_CLASS = "CamelFastRouterOutputClass";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `requestTags`. Tags for the gateway's analytics (FastRouter), separated by commas.",
            javaType = "Object")
    public static final String REQUEST_TAGS = "CamelFastRouterRequestTags";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `aspectRatio`. Aspect ratio of generated images (`google/gemini-2.5-flash-image`).",
            javaType = "String")
    public static final String ASPECT_RATIO = "CamelFastRouterAspectRatio";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `reasoningEffort`. Reasoning effort: low, medium or high; also none, minimal, xhigh, max and trending, which the gateway maps to what the model knows.",
            javaType = "String")
    public static final String REASONING_EFFORT = "CamelFastRouterReasoningEffort";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `reasoningMaxTokens`. The most reasoning tokens, 1024 to 32000 and less than `maxTokens`.",
            javaType = "Integer")
    public static final String REASONING_MAX_TOKENS = "CamelFastRouterReasoningMaxTokens";

    @Metadata(
            label = "producer",
            description = "Overrides the option `reasoningExclude`. Reason, but do not return the reasoning.",
            javaType = "Boolean")
    public static final String REASONING_EXCLUDE = "CamelFastRouterReasoningExclude";

    @Metadata(
            label = "producer",
            description = "Overrides the option `reasoningEnabled`. Switches reasoning on or off.",
            javaType = "Boolean")
    public static final String REASONING_ENABLED = "CamelFastRouterReasoningEnabled";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `modalities`. What the model answers with, separated by commas: text, audio, image.",
            javaType = "Object")
    public static final String MODALITIES = "CamelFastRouterModalities";

    @Metadata(
            label = "producer",
            description = "Overrides the option `audioVoice`. The voice of a spoken answer, for example `nova`.",
            javaType = "String")
    public static final String AUDIO_VOICE = "CamelFastRouterAudioVoice";

    @Metadata(
            label = "producer",
            description = "Overrides the option `audioFormat`. The format of a spoken answer; streams use pcm16.",
            javaType = "String")
    public static final String AUDIO_FORMAT = "CamelFastRouterAudioFormat";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `conversation`. Whether the header `CamelFastRouterMessages` carries the conversation.",
            javaType = "Boolean")
    public static final String CONVERSATION = "CamelFastRouterConversation";

    @Metadata(
            label = "producer",
            description =
                    "In and out, with `conversation=true`: the turns so far, the last answer included, a List of ChatMessage. Remove it to begin anew.",
            javaType = "java.util.List")
    public static final String MESSAGES = "CamelFastRouterMessages";

    @Metadata(
            label = "producer",
            description = "Overrides the option `stream`. Whether the answer is streamed.",
            javaType = "Boolean")
    public static final String STREAM = "CamelFastRouterStream";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `streamOutput`. What the body of a streamed answer is: `chunks` (default) an iterator of ChatChunk, `text` an iterator of texts, `sse` an InputStream of server-sent events, `audio` an InputStream of decoded audio.",
            javaType = "String")
    public static final String STREAM_OUTPUT = "CamelFastRouterStreamOutput";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `includeUsage`. Whether a stream ends with token usage and cost (`stream_options.include_usage`).",
            javaType = "Boolean")
    public static final String INCLUDE_USAGE = "CamelFastRouterIncludeUsage";

    @Metadata(label = "producer", description = "Speech: the text to speak, in place of the body.", javaType = "String")
    public static final String SPEECH_TEXT = "CamelFastRouterSpeechText";

    @Metadata(
            label = "producer",
            description = "Overrides the option `voice`. The voice, free text.",
            javaType = "String")
    public static final String VOICE = "CamelFastRouterVoice";

    @Metadata(
            label = "producer",
            description = "Overrides the option `speed`. Speed of speech, 0.25 to 4.0.",
            javaType = "Double")
    public static final String SPEED = "CamelFastRouterSpeed";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `instructions`. How to speak, at most 4096 characters; not for the tts-1 family.",
            javaType = "String")
    public static final String INSTRUCTIONS = "CamelFastRouterInstructions";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `splitInput`. Whether a text of more than 4096 characters is split at sentences, spoken in order and joined.",
            javaType = "Boolean")
    public static final String SPLIT_INPUT = "CamelFastRouterSplitInput";

    @Metadata(
            label = "producer",
            description = "Overrides the option `language`. The language of the recording, for example `en`.",
            javaType = "String")
    public static final String LANGUAGE = "CamelFastRouterLanguage";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `prompt`. Transcription and translation: a hint of style and vocabulary.",
            javaType = "String")
    public static final String PROMPT = "CamelFastRouterPrompt";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `timestampGranularities`. `word`, `segment` or both, separated by a comma.",
            javaType = "Object")
    public static final String TIMESTAMP_GRANULARITIES = "CamelFastRouterTimestampGranularities";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `outputModalities`. Only models that can answer with one of these: text, image, audio, embeddings, or all; separated by commas.",
            javaType = "Object")
    public static final String OUTPUT_MODALITIES = "CamelFastRouterOutputModalities";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `supportedParameters`. Only models that support these parameters, for example `tools`; separated by commas.",
            javaType = "Object")
    public static final String SUPPORTED_PARAMETERS = "CamelFastRouterSupportedParameters";

    @Metadata(
            label = "producer",
            description = "Overrides the option `duration`. The length of the audio in seconds, at least 1.",
            javaType = "Integer")
    public static final String DURATION = "CamelFastRouterDuration";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `await`. Whether the exchange goes on only when the audio is there, holding no thread.",
            javaType = "Boolean")
    public static final String AWAIT = "CamelFastRouterAwait";

    @Metadata(
            label = "producer",
            description =
                    "Overrides the option `store`. Whether the job is put into the repository for a consumer to collect.",
            javaType = "Boolean")
    public static final String STORE = "CamelFastRouterStore";

    @Metadata(
            label = "producer",
            description = "Overrides the option `download`. Whether finished audio is downloaded and becomes the body.",
            javaType = "Boolean")
    public static final String DOWNLOAD = "CamelFastRouterDownload";

    @Metadata(label = "producer", description = "The id of the answer.", javaType = "String")
    public static final String RESPONSE_ID = "CamelFastRouterResponseId";

    @Metadata(
            label = "producer",
            description = "The model that answered; may differ from the one asked for.",
            javaType = "String")
    public static final String RESPONSE_MODEL = "CamelFastRouterResponseModel";

    @Metadata(label = "producer", description = "The provider that answered.", javaType = "String")
    public static final String PROVIDER = "CamelFastRouterProvider";

    @Metadata(
            label = "producer",
            description = "Why the answer ended: stop, length, tool_calls, content_filter.",
            javaType = "String")
    public static final String FINISH_REASON = "CamelFastRouterFinishReason";

    @Metadata(label = "producer", description = "Tokens of the prompt.", javaType = "Long")
    public static final String PROMPT_TOKENS = "CamelFastRouterPromptTokens";

    @Metadata(label = "producer", description = "Tokens of the answer, reasoning included.", javaType = "Long")
    public static final String COMPLETION_TOKENS = "CamelFastRouterCompletionTokens";

    @Metadata(label = "producer", description = "All tokens.", javaType = "Long")
    public static final String TOTAL_TOKENS = "CamelFastRouterTotalTokens";

    @Metadata(label = "producer", description = "Tokens spent on reasoning.", javaType = "Long")
    public static final String REASONING_TOKENS = "CamelFastRouterReasoningTokens";

    @Metadata(label = "producer", description = "Tokens of the prompt that were read from a cache.", javaType = "Long")
    public static final String CACHED_TOKENS = "CamelFastRouterCachedTokens";

    @Metadata(
            label = "producer",
            description = "Audio tokens of the prompt and of the answer together.",
            javaType = "Long")
    public static final String AUDIO_TOKENS = "CamelFastRouterAudioTokens";

    @Metadata(label = "producer", description = "The cost of the call in USD.", javaType = "java.math.BigDecimal")
    public static final String COST = "CamelFastRouterCost";

    @Metadata(label = "producer", description = "The gateway's id of the request.", javaType = "String")
    public static final String REQUEST_ID = "CamelFastRouterRequestId";

    @Metadata(label = "producer", description = "How many requests the window allows.", javaType = "Long")
    public static final String RATE_LIMIT = "CamelFastRouterRateLimit";

    @Metadata(label = "producer", description = "How many requests the window still allows.", javaType = "Long")
    public static final String RATE_LIMIT_REMAINING = "CamelFastRouterRateLimitRemaining";

    @Metadata(
            label = "producer",
            description = "When the window begins anew, as the gateway says it: a Unix time or a duration.",
            javaType = "String")
    public static final String RATE_LIMIT_RESET = "CamelFastRouterRateLimitReset";

    @Metadata(
            label = "producer",
            description = "The tool calls of the answer, a List of ToolCall.",
            javaType = "java.util.List")
    public static final String TOOL_CALLS = "CamelFastRouterToolCalls";

    @Metadata(label = "producer", description = "The reasoning text, if the model returned it.", javaType = "String")
    public static final String REASONING = "CamelFastRouterReasoning";

    @Metadata(label = "producer", description = "The text of a spoken answer.", javaType = "String")
    public static final String TRANSCRIPT = "CamelFastRouterTranscript";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: the job, whole.",
            javaType = "ai.fastrouter.camel.model.AudioJob")
    public static final String JOB = "CamelFastRouterAudioJob";

    @Metadata(label = "common", description = "Prompt-to-audio: the provider's id of a job.", javaType = "String")
    public static final String JOB_ID = "CamelFastRouterJobId";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: the gateway's id of a job, by which it bills.",
            javaType = "String")
    public static final String CHAT_ID = "CamelFastRouterChatId";

    @Metadata(
            label = "common",
            description =
                    "Prompt-to-audio: the state of a job as last told: IN_QUEUE, IN_PROGRESS, COMPLETED, FAILED or another word.",
            javaType = "String")
    public static final String JOB_STATUS = "CamelFastRouterJobStatus";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: what a job is asked for by; the option `responseUrl` takes it.",
            javaType = "String")
    public static final String JOB_RESPONSE_URL = "CamelFastRouterJobResponseUrl";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: how many jobs are before this one.",
            javaType = "Integer")
    public static final String JOB_QUEUE_POSITION = "CamelFastRouterJobQueuePosition";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: how often the job was asked for by the node that collected it.",
            javaType = "Integer")
    public static final String JOB_POLLS = "CamelFastRouterJobPolls";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: when the job was submitted, in milliseconds since 1970.",
            javaType = "Long")
    public static final String JOB_SUBMITTED = "CamelFastRouterJobSubmitted";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: when the end of the job was seen, in milliseconds since 1970.",
            javaType = "Long")
    public static final String JOB_FINISHED = "CamelFastRouterJobFinished";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: where the finished audio is. Whoever has the address may have the audio.",
            javaType = "String")
    public static final String AUDIO_URL = "CamelFastRouterAudioUrl";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: the length of the finished audio in seconds.",
            javaType = "java.math.BigDecimal")
    public static final String AUDIO_DURATION = "CamelFastRouterAudioDuration";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: the provider's file name of the audio; never used as a path.",
            javaType = "String")
    public static final String AUDIO_FILE_NAME = "CamelFastRouterAudioFileName";

    @Metadata(
            label = "common",
            description = "Prompt-to-audio: what the job cost in credits of the gateway.",
            javaType = "java.math.BigDecimal")
    public static final String CREDITS_USED = "CamelFastRouterCreditsUsed";

    /**
     * Exchange property after a chat whose answer was spoken, where the body is its text: the audio, as a stream that can be read
     * any number of times until the exchange is done.
     */
    public static final String AUDIO_PROPERTY = "CamelFastRouterAudio";

    /** Exchange property after a failure: the HTTP status as Integer; absent when no response arrived. */
    public static final String ERROR_STATUS = "CamelFastRouterErrorStatus";

    /** Exchange property after a failure: the name of the {@code ErrorCategory}, for example {@code RATE_LIMIT}. */
    public static final String ERROR_CATEGORY = "CamelFastRouterErrorCategory";

    /** Exchange property after a failure: the gateway's or this component's error code. */
    public static final String ERROR_CODE = "CamelFastRouterErrorCode";

    /** Exchange property after a failure: the gateway's request id. */
    public static final String ERROR_REQUEST_ID = "CamelFastRouterErrorRequestId";

    /** Exchange property after a failure: the wait the gateway asked for, in milliseconds as Long. */
    public static final String ERROR_RETRY_AFTER = "CamelFastRouterErrorRetryAfter";

    /** Exchange property: this component, not the route, set the header CamelRedeliveryDelay. */
    public static final String REDELIVERY_DELAY_SET = "CamelFastRouterRedeliveryDelaySet";

    private FastRouterConstants() {}
}
