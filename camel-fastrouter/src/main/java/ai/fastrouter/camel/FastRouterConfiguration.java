package ai.fastrouter.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * All options of an endpoint. The component holds one as the default of its endpoints; each endpoint works on a copy. Most can
 * be overridden by a header, see {@link FastRouterConstants}. Null means unset: nothing is sent, and the gateway's default
 * applies. Ranges are checked when the endpoint starts.
 *
 * <p>A choice of true, false and unset is a text here: Camel's metadata knows no unset boolean, it would say false, and Spring
 * Boot would then set false.
 */
@UriParams
@Configurer(extended = true)
public class FastRouterConfiguration implements Cloneable {

    @UriParam(
            label = "common",
            defaultValue = "fastrouter",
            enums = "fastrouter,arouter",
            description =
                    "Which gateway: picks the default of `baseUrl` and the environment variable of the key (`FASTROUTER_API_KEY` or `AROUTER_API_KEY`).")
    private FastRouterGateway gateway = FastRouterGateway.fastrouter;

    @UriParam(
            label = "common",
            description =
                    "The gateway's address with its version prefix, for example `https://api.fastrouter.ai/api/v1`. Unset: that of `gateway`.")
    private String baseUrl;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The key. Unset: the property `fastrouter.api.key` (or `arouter.api.key`), then the environment variable of `gateway`. Never logged.")
    private String apiKey;

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether a missing key fails the start. It never does when `baseUrl` points to this machine.")
    private boolean apiKeyRequired = true;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description = "Whether the calling thread waits for the answer.")
    private boolean synchronous;

    @UriParam(
            label = "timeout",
            defaultValue = "-1",
            javaType = "java.time.Duration",
            description =
                    "How long to wait for a connection, TLS included, in milliseconds. -1: that of the https component if it was set there, else 10 seconds. 0 waits for ever.")
    private long connectTimeout = -1;

    @UriParam(
            label = "timeout",
            defaultValue = "-1",
            javaType = "java.time.Duration",
            description =
                    "How long to wait for the head of a response, in milliseconds after the request was sent. -1: the responseTimeout of the https component if it was set there, else 5 minutes. 0 waits for ever.")
    private long firstByteTimeout = -1;

    @UriParam(
            label = "timeout",
            defaultValue = "-1",
            javaType = "java.time.Duration",
            description =
                    "The longest pause between two reads of a response or two writes of a request, in milliseconds. -1: the soTimeout of the https component if it was set there, else 2 minutes. 0 for no limit.")
    private long idleTimeout = -1;

    @UriParam(
            label = "timeout",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "The longest time of a whole call, in milliseconds; it cuts healthy streams too. 0 for no limit.")
    private long totalTimeout;

    @UriParam(
            label = "error",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "The longest wait asked for by the gateway that counts as bearable, in milliseconds. Longer ones are a quota failure at once.")
    private long maxRetryAfter = 60000;

    @UriParam(
            label = "advanced",
            defaultValue = "16777216",
            description = "The largest JSON or text answer, and the largest server-sent event, in bytes.")
    private int maxResponseSize = 16777216;

    @UriParam(
            label = "advanced",
            defaultValue = "true",
            description =
                    "Whether a streamed body that nobody closed is closed when its exchange is done. With false the reader must close it.")
    private boolean autoCloseStream = true;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether the only ObjectMapper of the registry is used for `outputClass` and for bodies that are objects.")
    private boolean autoDiscoverObjectMapper;

    @UriParam(
            label = "advanced",
            description = "The ObjectMapper used for `outputClass` and for bodies that are objects.")
    private com.fasterxml.jackson.databind.ObjectMapper objectMapper;

    @UriParam(
            label = "advanced",
            description =
                    "Lets headers of the message go out as HTTP headers. Unset: none goes out. Authorization and content headers never do.")
    private org.apache.camel.spi.HeaderFilterStrategy headerFilterStrategy;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether the trace of the exchange goes on at the gateway: its W3C headers `traceparent` and `tracestate`, which Camel's tracers set, go out with the request.")
    private boolean traceHeaders;

    @UriParam(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether bodies are logged, if the logger `ai.fastrouter.camel.bodies` is at TRACE too. They hold prompts and answers; keys are masked, and of audio and images only the size is written.")
    private boolean logBodies;

    @UriParam(
            label = "health",
            defaultValue = "false",
            description =
                    "Whether the health check of producers asks the gateway for its models, which costs nothing. Without it the check judges by the endpoint's latest calls.")
    private boolean healthCheckLive;

    @UriParam(
            label = "transcription",
            defaultValue = "0",
            description =
                    "The largest recording in bytes; a larger one is refused before it is sent. 0 for no limit of ours. FastRouter documents 25 MB.")
    private long maxUploadSize;

    @UriParam(
            label = "transcription",
            defaultValue = "flac,mp3,mp4,mpeg,mpga,m4a,ogg,wav,webm",
            description = "File name extensions of recordings that are sent, separated by commas; a star for all.")
    private String allowedUploadFormats = "flac,mp3,mp4,mpeg,mpga,m4a,ogg,wav,webm";

    @UriParam(
            label = "models",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description = "How long a list of models is kept, in milliseconds. 0 asks each time.")
    private long modelsCacheTime;

    @UriParam(
            label = "common",
            description =
                    "The model, as `provider/model`. Sent as it is, never parsed. On `prompt-to-audio` the default is `ace-step/prompt-to-audio`.")
    private String model;

    @UriParam(
            label = "common",
            enums = "text,response,json,audio,stream",
            description =
                    "What the body becomes. Chat: `text` (default), `response`, `json`, `audio` (spoken answer). Transcription and translation: `text` (default), `response`, `json`. Speech: `audio` (default, re-readable), `stream` (live).")
    private String output;

    @UriParam(
            label = "common",
            prefix = "additionalBody.",
            multiValue = true,
            description =
                    "Further fields of the request body, `additionalBody.top_k=40`. A value that is JSON is sent as JSON, anything else as text. They win over this component's own options. The header holds a Map.")
    private Map<String, Object> additionalBody;

    @UriParam(
            label = "chat",
            description =
                    "The user's text beside a body that is an image, audio, video or document; or the only user turn when the body is empty.")
    private String userMessage;

    @UriParam(label = "chat", description = "A system turn put before the messages, unless they begin with one.")
    private String systemMessage;

    @UriParam(
            label = "chat",
            description =
                    "Sampling temperature, 0 to 2 in chat, 0 to 1 in transcription. Unset: the gateway's default.")
    private Double temperature;

    @UriParam(label = "chat", description = "The most tokens to generate, at least 1. Unset: no limit of ours.")
    private Integer maxTokens;

    @UriParam(label = "chat", description = "Nucleus sampling, 0 to 1.")
    private Double topP;

    @UriParam(label = "chat", description = "Penalty for tokens by their frequency so far, -2 to 2.")
    private Double frequencyPenalty;

    @UriParam(label = "chat", description = "Penalty for tokens that occurred already, -2 to 2.")
    private Double presencePenalty;

    @UriParam(
            label = "chat",
            description =
                    "Stop sequences, at most 4: texts separated by commas. The header also takes a List, whose items may hold commas.")
    private String stop;

    @UriParam(label = "chat", description = "Seed for sampling, where the model knows one.")
    private Long seed;

    @UriParam(label = "chat", description = "An id of your end user, passed on to the provider.")
    private String user;

    @UriParam(label = "chat", description = "Fallback models separated by commas, tried in order after `model`.")
    private String models;

    @UriParam(
            label = "chat",
            description = "Providers that may be used, separated by commas. Not together with `providerOrder`.")
    private String providerOnly;

    @UriParam(
            label = "chat",
            description = "Providers in the order to be tried, separated by commas. Not together with `providerOnly`.")
    private String providerOrder;

    @UriParam(
            label = "chat",
            enums = "true,false",
            description =
                    "Whether other providers may answer when those of `providerOrder` do not. Unset: the gateway's default, true.")
    private String providerAllowFallbacks;

    @UriParam(
            label = "chat",
            description =
                    "Tool definitions: a JSON array, or `resource:classpath:tools.json` to load one. The header takes JSON text or a List of Maps.")
    private String tools;

    @UriParam(
            label = "chat",
            description = "`none`, `auto`, `required`, the name of a function, or the JSON object of the gateway API.")
    private String toolChoice;

    @UriParam(
            label = "chat",
            description =
                    "Chat: `text`, `json_object` or `json_schema` (the default when `jsonSchema` or `outputClass` is set). Speech: mp3 (default), opus, aac, flac, wav or pcm. Transcription and translation: json (default), text, srt, verbose_json or vtt.")
    private String responseFormat;

    @UriParam(
            label = "chat",
            description = "The JSON schema of the answer: inline, or `resource:classpath:answer.schema.json`.")
    private String jsonSchema;

    @UriParam(label = "chat", description = "Class whose schema is asked for and into which the answer is turned.")
    private String outputClass;

    @UriParam(label = "chat", description = "Tags for the gateway's analytics (FastRouter), separated by commas.")
    private String requestTags;

    @UriParam(
            label = "chat",
            enums = "1:1,2:3,3:2,3:4,4:3,4:5,5:4,9:16,16:9,21:9",
            description = "Aspect ratio of generated images (`google/gemini-2.5-flash-image`).")
    private String aspectRatio;

    @UriParam(
            label = "chat",
            description =
                    "Reasoning effort: low, medium or high; also none, minimal, xhigh, max and trending, which the gateway maps to what the model knows. Not together with `reasoningMaxTokens`.")
    private String reasoningEffort;

    @UriParam(
            label = "chat",
            description =
                    "The most reasoning tokens, 1024 to 32000 and less than `maxTokens`. Not together with `reasoningEffort`.")
    private Integer reasoningMaxTokens;

    @UriParam(
            label = "chat",
            enums = "true,false",
            description = "Reason, but do not return the reasoning. It is billed all the same.")
    private String reasoningExclude;

    @UriParam(
            label = "chat",
            enums = "true,false",
            description = "Switches reasoning on or off. Unset: on where the model supports it.")
    private String reasoningEnabled;

    @UriParam(label = "chat", description = "What the model answers with, separated by commas: text, audio, image.")
    private String modalities;

    @UriParam(
            label = "chat",
            description = "The voice of a spoken answer, for example `nova`. Goes with `modalities=text,audio`.")
    private String audioVoice;

    @UriParam(
            label = "chat",
            enums = "mp3,wav,flac,opus,aac,pcm16",
            description = "The format of a spoken answer; streams use pcm16.")
    private String audioFormat;

    @UriParam(
            label = "chat",
            defaultValue = "false",
            description =
                    "Whether the header `CamelFastRouterMessages` carries the conversation: what it holds is put before the body's turns, and with the answer it is written back for the next call.")
    private boolean conversation;

    @UriParam(label = "chat", defaultValue = "false", description = "Whether the answer is streamed.")
    private boolean stream;

    @UriParam(
            label = "chat",
            enums = "chunks,text,sse,audio",
            description =
                    "What the body of a streamed answer is: `chunks` (default) an iterator of ChatChunk, `text` an iterator of texts, `sse` an InputStream of server-sent events, `audio` an InputStream of decoded audio. Each can be closed.")
    private String streamOutput;

    @UriParam(
            label = "chat",
            defaultValue = "true",
            description = "Whether a stream ends with token usage and cost (`stream_options.include_usage`).")
    private boolean includeUsage = true;

    @UriParam(
            label = "speech",
            description = "The voice, free text. Documented by ARouter: alloy, echo, fable, onyx, nova, shimmer.")
    private String voice;

    @UriParam(label = "speech", description = "Speed of speech, 0.25 to 4.0. Unset: 1.0.")
    private Double speed;

    @UriParam(label = "speech", description = "How to speak, at most 4096 characters; not for the tts-1 family.")
    private String instructions;

    @UriParam(
            label = "speech",
            defaultValue = "false",
            description =
                    "Whether a text of more than 4096 characters is split at sentences, spoken in order and joined. With false it is refused.")
    private boolean splitInput;

    @UriParam(
            label = "speech",
            defaultValue = "2",
            description =
                    "How many parts of a split text are spoken at once, 1 to 16. With `output=stream` it is one after the other.")
    private int splitParallel = 2;

    @UriParam(
            label = "transcription",
            description = "The language of the recording, for example `en`. Not for translation.")
    private String language;

    @UriParam(
            label = "transcription,prompt-to-audio",
            description =
                    "Transcription and translation: a hint of style and vocabulary. Prompt-to-audio: the description of the audio, when it is not the body.")
    private String prompt;

    @UriParam(
            label = "transcription",
            description = "`word`, `segment` or both, separated by a comma. Only with `responseFormat=verbose_json`.")
    private String timestampGranularities;

    @UriParam(
            label = "models",
            description =
                    "Only models that can answer with one of these: text, image, audio, embeddings, or all; separated by commas. ARouter lists only text models unless asked.")
    private String outputModalities;

    @UriParam(
            label = "models",
            description = "Only models that support these parameters, for example `tools`; separated by commas.")
    private String supportedParameters;

    @UriParam(
            label = "producer,prompt-to-audio",
            description =
                    "The length of the audio in seconds, at least 1. Unset: the provider's default, usually 60. Values under 5 may fail later.")
    private Integer duration;

    @UriParam(
            label = "producer,prompt-to-audio",
            defaultValue = "true",
            description =
                    "Whether the prompt is sent as a message too, as one reading of the gateway's documentation wants it. With false it is sent as `prompt` only.")
    private boolean includeMessages = true;

    @UriParam(
            label = "producer,prompt-to-audio",
            defaultValue = "false",
            description =
                    "Whether the exchange goes on only when the audio is there, holding no thread. With false it goes on with the `AudioJob` at once.")
    private boolean await = false;

    @UriParam(
            label = "producer,prompt-to-audio",
            enums = "true,false",
            description =
                    "Whether the job is put into the repository for a consumer to collect. Unset: if `aggregationRepository` is set, or this component has a consumer that collects jobs; never with `await`.")
    private String store;

    @UriParam(
            label = "producer,prompt-to-audio",
            defaultValue = "*",
            description =
                    "Which headers are kept with the job and handed to the route that collects it: names, or beginnings of names with a star, separated by commas; `!` before one leaves it out. Only text, numbers, booleans and dates are kept; headers of Camel, authorization and cookies never are.")
    private String jobHeaders = "*";

    @UriParam(
            label = "prompt-to-audio",
            description =
                    "Where pending jobs are kept. Unset: in the memory of this component. With one that locks optimistically, as `JdbcAggregationRepository` of camel-sql does, jobs survive a crash and several nodes share them. Nothing else may use it.")
    private org.apache.camel.spi.AggregationRepository aggregationRepository;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "10000",
            description =
                    "How many jobs are kept in memory at most, 1 or more. Another one is refused before it is submitted. Read once, from the component or from the endpoint that is used first; not used with `aggregationRepository`.")
    private int maxPendingJobs = 10000;

    @UriParam(
            label = "consumer,prompt-to-audio",
            description =
                    "The `responseUrl` of one job, for `pollEnrich` and `ConsumerTemplate`: that job is fetched, and no repository is used.")
    private String responseUrl;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "2000",
            javaType = "java.time.Duration",
            description = "How long after the submit a job is asked for first, in milliseconds, 1 or more.")
    private long jobPollDelay = 2000;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "1.5",
            description = "By how much each wait between two polls of a job is longer than the one before, 1 to 10.")
    private double jobPollMultiplier = 1.5;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "15000",
            javaType = "java.time.Duration",
            description =
                    "The longest wait between two polls of a job, in milliseconds, 1 or more. The gateway may ask for a longer one.")
    private long jobPollMaxDelay = 15000;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "0.2",
            description = "By which part a wait is made longer or shorter at random, 0 to 1.")
    private double jobPollJitter = 0.2;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "3",
            description = "How often a job that is completed without audio is asked for again, 0 or more.")
    private int jobGracePolls = 3;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "600000",
            javaType = "java.time.Duration",
            description =
                    "How long a job may take from its submit, in milliseconds, 1 or more. It is asked for once more when the time is up.")
    private long jobTimeout = 600000;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "32",
            description = "How many jobs are asked for at once, 1 or more.")
    private int maxConcurrentPolls = 32;

    @UriParam(
            label = "consumer,prompt-to-audio",
            defaultValue = "8",
            description =
                    "How many clips are downloaded at once, or wait downloaded for the route, 1 or more; `maxMessagesPerPoll` if that is more.")
    private int maxConcurrentDownloads = 8;

    @UriParam(
            label = "consumer,prompt-to-audio",
            defaultValue = "0",
            description =
                    "How many clips one run of the scheduler hands to the route at most. 0 for all that are there.")
    private int maxMessagesPerPoll = 0;

    @UriParam(
            label = "consumer,prompt-to-audio",
            description =
                    "How often a clip is handed to the route again after the route failed with it; -1 without end. Unset: that of the repository where it has one above 0, else 5.")
    private Integer maximumRedeliveries;

    @UriParam(
            label = "consumer,prompt-to-audio",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description =
                    "How long to wait before a clip is handed to a failed route again, in milliseconds, 0 or more.")
    private long jobRedeliveryDelay = 5000;

    @UriParam(
            label = "consumer,prompt-to-audio",
            description =
                    "Where a clip goes after `maximumRedeliveries`. Unset: that of the repository, else the clip is given up with an exception to the consumer's exception handler.")
    private String deadLetterUri;

    @UriParam(
            label = "consumer,prompt-to-audio",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description =
                    "How long a node that shares the repository may be silent before its jobs are taken over, in milliseconds, 1000 or more. The same on all nodes.")
    private long nodeTimeout = 30000;

    @UriParam(
            label = "consumer,prompt-to-audio",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description = "How often the repository is searched for jobs of other nodes, in milliseconds, 100 or more.")
    private long repositoryScanDelay = 5000;

    @UriParam(
            label = "prompt-to-audio",
            defaultValue = "true",
            description =
                    "Whether finished audio is downloaded and becomes the body. With false the body is its address.")
    private boolean download = true;

    @UriParam(
            label = "security,prompt-to-audio",
            defaultValue = "false",
            description = "Whether audio may be downloaded over plain http.")
    private boolean allowHttpDownload = false;

    @UriParam(
            label = "security,prompt-to-audio",
            defaultValue = "false",
            description =
                    "Whether audio may be downloaded from loopback, link-local, private and other special addresses.")
    private boolean allowPrivateAddresses = false;

    @UriParam(
            label = "security,prompt-to-audio",
            defaultValue = "268435456",
            description = "The largest audio that is downloaded, in bytes; 0 for no limit.")
    private long maxDownloadSize = 268435456;

    @UriParam(
            label = "security,prompt-to-audio",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description =
                    "The longest time of a whole download, redirects included, in milliseconds; 0 for no limit. The other timeouts apply as well.")
    private long downloadTimeout = 300000;

    @UriParam(
            label = "security,prompt-to-audio",
            defaultValue = "audio/*,video/mp4,video/webm,application/ogg,application/octet-stream,binary/octet-stream",
            description =
                    "Media types that a download may have, separated by commas; a star stands for any subtype, or alone for any type. One without a type is accepted.")
    private String downloadTypes =
            "audio/*,video/mp4,video/webm,application/ogg,application/octet-stream,binary/octet-stream";

    /** A copy that shares no changeable state with this one. */
    public FastRouterConfiguration copy() {
        try {
            FastRouterConfiguration copy = (FastRouterConfiguration) clone();
            copy.additionalBody = additionalBody == null ? null : new LinkedHashMap<>(additionalBody);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public FastRouterGateway getGateway() {
        return gateway;
    }

    /** Which gateway: picks the default of baseUrl and the environment variable of the key (FASTROUTER_API_KEY or AROUTER_API_KEY). */
    public void setGateway(FastRouterGateway gateway) {
        this.gateway = gateway;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** The gateway's address with its version prefix, for example https://api.fastrouter.ai/api/v1. Unset: that of gateway. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getApiKey() {
        return apiKey;
    }

    /** The key. Unset: the property fastrouter.api.key (or arouter.api.key), then the environment variable of gateway. Never logged. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public boolean isApiKeyRequired() {
        return apiKeyRequired;
    }

    /** Whether a missing key fails the start. It never does when baseUrl points to this machine. */
    public void setApiKeyRequired(boolean apiKeyRequired) {
        this.apiKeyRequired = apiKeyRequired;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    /** Whether the calling thread waits for the answer. */
    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** How long to wait for a connection, in milliseconds. -1: that of the https component, else 10 seconds. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getFirstByteTimeout() {
        return firstByteTimeout;
    }

    /** How long to wait for the head of a response, in milliseconds after the request was sent. 0 waits for ever. */
    public void setFirstByteTimeout(long firstByteTimeout) {
        this.firstByteTimeout = firstByteTimeout;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    /** The longest pause between two reads of a response or two writes of a request, in milliseconds. 0 for no limit. */
    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public long getTotalTimeout() {
        return totalTimeout;
    }

    /** The longest time of a whole call, in milliseconds; it cuts healthy streams too. 0 for no limit. */
    public void setTotalTimeout(long totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    /** The longest wait asked for by the gateway that counts as bearable, in milliseconds. Longer ones are a quota failure at once. */
    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    /** The largest JSON or text answer, and the largest server-sent event, in bytes. */
    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public boolean isAutoCloseStream() {
        return autoCloseStream;
    }

    /** Whether a streamed body that nobody closed is closed when its exchange is done. With false the reader must close it. */
    public void setAutoCloseStream(boolean autoCloseStream) {
        this.autoCloseStream = autoCloseStream;
    }

    public boolean isAutoDiscoverObjectMapper() {
        return autoDiscoverObjectMapper;
    }

    /** Whether the only ObjectMapper of the registry is used for outputClass and for bodies that are objects. */
    public void setAutoDiscoverObjectMapper(boolean autoDiscoverObjectMapper) {
        this.autoDiscoverObjectMapper = autoDiscoverObjectMapper;
    }

    public com.fasterxml.jackson.databind.ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    /** The ObjectMapper used for outputClass and for bodies that are objects. */
    public void setObjectMapper(com.fasterxml.jackson.databind.ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    public org.apache.camel.spi.HeaderFilterStrategy getHeaderFilterStrategy() {
        return headerFilterStrategy;
    }

    /** Lets headers of the message go out as HTTP headers. Unset: none goes out. Authorization and content headers never do. */
    public void setHeaderFilterStrategy(org.apache.camel.spi.HeaderFilterStrategy headerFilterStrategy) {
        this.headerFilterStrategy = headerFilterStrategy;
    }

    public boolean isTraceHeaders() {
        return traceHeaders;
    }

    /** Whether the trace of the exchange goes on at the gateway: its W3C headers traceparent and tracestate, which Camel's tracers set, go out with the request. */
    public void setTraceHeaders(boolean traceHeaders) {
        this.traceHeaders = traceHeaders;
    }

    public boolean isLogBodies() {
        return logBodies;
    }

    /** Whether bodies are logged, if the logger ai.fastrouter.camel.bodies is at TRACE too. They hold prompts and answers; keys are masked, and of audio and images only the size is written. */
    public void setLogBodies(boolean logBodies) {
        this.logBodies = logBodies;
    }

    public boolean isHealthCheckLive() {
        return healthCheckLive;
    }

    /** Whether the health check of producers asks the gateway for its models, which costs nothing. Without it the check judges by the endpoint's latest calls. */
    public void setHealthCheckLive(boolean healthCheckLive) {
        this.healthCheckLive = healthCheckLive;
    }

    public long getMaxUploadSize() {
        return maxUploadSize;
    }

    /** The largest recording in bytes; a larger one is refused before it is sent. 0 for no limit of ours. FastRouter documents 25 MB. */
    public void setMaxUploadSize(long maxUploadSize) {
        this.maxUploadSize = maxUploadSize;
    }

    public String getAllowedUploadFormats() {
        return allowedUploadFormats;
    }

    /** File name extensions of recordings that are sent, separated by commas; * for all. */
    public void setAllowedUploadFormats(String allowedUploadFormats) {
        this.allowedUploadFormats = allowedUploadFormats;
    }

    public long getModelsCacheTime() {
        return modelsCacheTime;
    }

    /** How long a list of models is kept, in milliseconds. 0 asks each time. */
    public void setModelsCacheTime(long modelsCacheTime) {
        this.modelsCacheTime = modelsCacheTime;
    }

    public String getModel() {
        return model;
    }

    /** The model, as provider/model. Sent as it is, never parsed. On prompt-to-audio the default is ace-step/prompt-to-audio. */
    public void setModel(String model) {
        this.model = model;
    }

    public String getOutput() {
        return output;
    }

    /** What the body becomes. Chat: text (default), response, json, audio (spoken answer). Transcription and translation: text (default), response, json. Speech: audio (default, re-readable), stream (live). */
    public void setOutput(String output) {
        this.output = output;
    }

    public Map<String, Object> getAdditionalBody() {
        return additionalBody;
    }

    /** Further fields of the request body, additionalBody.top_k=40. A value that is JSON is sent as JSON, anything else as text. They win over this component's own options. The header holds a Map. */
    public void setAdditionalBody(Map<String, Object> additionalBody) {
        this.additionalBody = additionalBody;
    }

    public String getUserMessage() {
        return userMessage;
    }

    /** The user's text beside a body that is an image, audio, video or document; or the only user turn when the body is empty. */
    public void setUserMessage(String userMessage) {
        this.userMessage = userMessage;
    }

    public String getSystemMessage() {
        return systemMessage;
    }

    /** A system turn put before the messages, unless they begin with one. */
    public void setSystemMessage(String systemMessage) {
        this.systemMessage = systemMessage;
    }

    public Double getTemperature() {
        return temperature;
    }

    /** Sampling temperature, 0 to 2 in chat, 0 to 1 in transcription. Unset: the gateway's default. */
    public void setTemperature(Double temperature) {
        this.temperature = temperature;
    }

    public Integer getMaxTokens() {
        return maxTokens;
    }

    /** The most tokens to generate, at least 1. Unset: no limit of ours. */
    public void setMaxTokens(Integer maxTokens) {
        this.maxTokens = maxTokens;
    }

    public Double getTopP() {
        return topP;
    }

    /** Nucleus sampling, 0 to 1. */
    public void setTopP(Double topP) {
        this.topP = topP;
    }

    public Double getFrequencyPenalty() {
        return frequencyPenalty;
    }

    /** Penalty for tokens by their frequency so far, -2 to 2. */
    public void setFrequencyPenalty(Double frequencyPenalty) {
        this.frequencyPenalty = frequencyPenalty;
    }

    public Double getPresencePenalty() {
        return presencePenalty;
    }

    /** Penalty for tokens that occurred already, -2 to 2. */
    public void setPresencePenalty(Double presencePenalty) {
        this.presencePenalty = presencePenalty;
    }

    public String getStop() {
        return stop;
    }

    /** Stop sequences, at most 4: texts separated by commas. The header also takes a List, whose items may hold commas. */
    public void setStop(String stop) {
        this.stop = stop;
    }

    public Long getSeed() {
        return seed;
    }

    /** Seed for sampling, where the model knows one. */
    public void setSeed(Long seed) {
        this.seed = seed;
    }

    public String getUser() {
        return user;
    }

    /** An id of your end user, passed on to the provider. */
    public void setUser(String user) {
        this.user = user;
    }

    public String getModels() {
        return models;
    }

    /** Fallback models separated by commas, tried in order after model. */
    public void setModels(String models) {
        this.models = models;
    }

    public String getProviderOnly() {
        return providerOnly;
    }

    /** Providers that may be used, separated by commas. Not together with providerOrder. */
    public void setProviderOnly(String providerOnly) {
        this.providerOnly = providerOnly;
    }

    public String getProviderOrder() {
        return providerOrder;
    }

    /** Providers in the order to be tried, separated by commas. Not together with providerOnly. */
    public void setProviderOrder(String providerOrder) {
        this.providerOrder = providerOrder;
    }

    public String getProviderAllowFallbacks() {
        return providerAllowFallbacks;
    }

    /** Whether other providers may answer when those of providerOrder do not. Unset: the gateway's default, true. */
    public void setProviderAllowFallbacks(String providerAllowFallbacks) {
        this.providerAllowFallbacks = providerAllowFallbacks;
    }

    public String getTools() {
        return tools;
    }

    /** Tool definitions: a JSON array, or resource:classpath:tools.json to load one. The header takes JSON text or a List of Maps. */
    public void setTools(String tools) {
        this.tools = tools;
    }

    public String getToolChoice() {
        return toolChoice;
    }

    /** none, auto, required, the name of a function, or the JSON object of the gateway API. */
    public void setToolChoice(String toolChoice) {
        this.toolChoice = toolChoice;
    }

    public String getResponseFormat() {
        return responseFormat;
    }

    /** Chat: text, json_object or json_schema (the default when jsonSchema or outputClass is set). Speech: mp3 (default), opus, aac, flac, wav or pcm. Transcription and translation: json (default), text, srt, verbose_json or vtt. */
    public void setResponseFormat(String responseFormat) {
        this.responseFormat = responseFormat;
    }

    public String getJsonSchema() {
        return jsonSchema;
    }

    /** The JSON schema of the answer: inline, or resource:classpath:answer.schema.json. */
    public void setJsonSchema(String jsonSchema) {
        this.jsonSchema = jsonSchema;
    }

    public String getOutputClass() {
        return outputClass;
    }

    /** Class whose schema is asked for and into which the answer is turned. */
    public void setOutputClass(String outputClass) {
        this.outputClass = outputClass;
    }

    public String getRequestTags() {
        return requestTags;
    }

    /** Tags for the gateway's analytics (FastRouter), separated by commas. */
    public void setRequestTags(String requestTags) {
        this.requestTags = requestTags;
    }

    public String getAspectRatio() {
        return aspectRatio;
    }

    /** Aspect ratio of generated images (google/gemini-2.5-flash-image). */
    public void setAspectRatio(String aspectRatio) {
        this.aspectRatio = aspectRatio;
    }

    public String getReasoningEffort() {
        return reasoningEffort;
    }

    /** Reasoning effort: low, medium or high; also none, minimal, xhigh, max and trending, which the gateway maps to what the model knows. Not together with reasoningMaxTokens. */
    public void setReasoningEffort(String reasoningEffort) {
        this.reasoningEffort = reasoningEffort;
    }

    public Integer getReasoningMaxTokens() {
        return reasoningMaxTokens;
    }

    /** The most reasoning tokens, 1024 to 32000 and less than maxTokens. Not together with reasoningEffort. */
    public void setReasoningMaxTokens(Integer reasoningMaxTokens) {
        this.reasoningMaxTokens = reasoningMaxTokens;
    }

    public String getReasoningExclude() {
        return reasoningExclude;
    }

    /** Reason, but do not return the reasoning. It is billed all the same. */
    public void setReasoningExclude(String reasoningExclude) {
        this.reasoningExclude = reasoningExclude;
    }

    public String getReasoningEnabled() {
        return reasoningEnabled;
    }

    /** Switches reasoning on or off. Unset: on where the model supports it. */
    public void setReasoningEnabled(String reasoningEnabled) {
        this.reasoningEnabled = reasoningEnabled;
    }

    public String getModalities() {
        return modalities;
    }

    /** What the model answers with, separated by commas: text, audio, image. */
    public void setModalities(String modalities) {
        this.modalities = modalities;
    }

    public String getAudioVoice() {
        return audioVoice;
    }

    /** The voice of a spoken answer, for example nova. Goes with modalities=text,audio. */
    public void setAudioVoice(String audioVoice) {
        this.audioVoice = audioVoice;
    }

    public String getAudioFormat() {
        return audioFormat;
    }

    /** The format of a spoken answer; streams use pcm16. */
    public void setAudioFormat(String audioFormat) {
        this.audioFormat = audioFormat;
    }

    public boolean isConversation() {
        return conversation;
    }

    /** Whether the header CamelFastRouterMessages carries the conversation: what it holds is put before the body's turns, and with the answer it is written back for the next call. */
    public void setConversation(boolean conversation) {
        this.conversation = conversation;
    }

    public boolean isStream() {
        return stream;
    }

    /** Whether the answer is streamed. */
    public void setStream(boolean stream) {
        this.stream = stream;
    }

    public String getStreamOutput() {
        return streamOutput;
    }

    /** What the body of a streamed answer is: chunks (default) an iterator of ChatChunk, text an iterator of texts, sse an InputStream of server-sent events, audio an InputStream of decoded audio. Each can be closed. */
    public void setStreamOutput(String streamOutput) {
        this.streamOutput = streamOutput;
    }

    public boolean isIncludeUsage() {
        return includeUsage;
    }

    /** Whether a stream ends with token usage and cost (stream_options.include_usage). */
    public void setIncludeUsage(boolean includeUsage) {
        this.includeUsage = includeUsage;
    }

    public String getVoice() {
        return voice;
    }

    /** The voice, free text. Documented by ARouter: alloy, echo, fable, onyx, nova, shimmer. */
    public void setVoice(String voice) {
        this.voice = voice;
    }

    public Double getSpeed() {
        return speed;
    }

    /** Speed of speech, 0.25 to 4.0. Unset: 1.0. */
    public void setSpeed(Double speed) {
        this.speed = speed;
    }

    public String getInstructions() {
        return instructions;
    }

    /** How to speak, at most 4096 characters; not for the tts-1 family. */
    public void setInstructions(String instructions) {
        this.instructions = instructions;
    }

    public boolean isSplitInput() {
        return splitInput;
    }

    /** Whether a text of more than 4096 characters is split at sentences, spoken in order and joined. With false it is refused. */
    public void setSplitInput(boolean splitInput) {
        this.splitInput = splitInput;
    }

    public int getSplitParallel() {
        return splitParallel;
    }

    /** How many parts of a split text are spoken at once, 1 to 16. With output=stream it is one after the other. */
    public void setSplitParallel(int splitParallel) {
        this.splitParallel = splitParallel;
    }

    public String getLanguage() {
        return language;
    }

    /** The language of the recording, for example en. Not for translation. */
    public void setLanguage(String language) {
        this.language = language;
    }

    public String getPrompt() {
        return prompt;
    }

    /** Transcription and translation: a hint of style and vocabulary. Prompt-to-audio: the description of the audio, when it is not the body. */
    public void setPrompt(String prompt) {
        this.prompt = prompt;
    }

    public String getTimestampGranularities() {
        return timestampGranularities;
    }

    /** word, segment or both, separated by a comma. Only with responseFormat=verbose_json. */
    public void setTimestampGranularities(String timestampGranularities) {
        this.timestampGranularities = timestampGranularities;
    }

    public String getOutputModalities() {
        return outputModalities;
    }

    /** Only models that can answer with one of these: text, image, audio, embeddings, or all; separated by commas. ARouter lists only text models unless asked. */
    public void setOutputModalities(String outputModalities) {
        this.outputModalities = outputModalities;
    }

    public String getSupportedParameters() {
        return supportedParameters;
    }

    /** Only models that support these parameters, for example tools; separated by commas. */
    public void setSupportedParameters(String supportedParameters) {
        this.supportedParameters = supportedParameters;
    }

    public Integer getDuration() {
        return duration;
    }

    /** The length of the audio in seconds, at least 1. Unset: the provider's default, usually 60. Values under 5 may fail later. */
    public void setDuration(Integer duration) {
        this.duration = duration;
    }

    public boolean isIncludeMessages() {
        return includeMessages;
    }

    /** Whether the prompt is sent as a message too, as one reading of the gateway's documentation wants it. With false it is sent as prompt only. */
    public void setIncludeMessages(boolean includeMessages) {
        this.includeMessages = includeMessages;
    }

    public boolean isAwait() {
        return await;
    }

    /** Whether the exchange goes on only when the audio is there, holding no thread. With false it goes on with the AudioJob at once. */
    public void setAwait(boolean await) {
        this.await = await;
    }

    public String getStore() {
        return store;
    }

    /** Whether the job is put into the repository for a consumer to collect. Unset: if aggregationRepository is set, or this component has a consumer that collects jobs; never with await. */
    public void setStore(String store) {
        this.store = store;
    }

    public String getJobHeaders() {
        return jobHeaders;
    }

    /** Which headers are kept with the job and handed to the route that collects it: names, or beginnings of names with a *, separated by commas; ! before one leaves it out. Only text, numbers, booleans and dates are kept; headers of Camel, authorization and cookies never are. */
    public void setJobHeaders(String jobHeaders) {
        this.jobHeaders = jobHeaders;
    }

    public org.apache.camel.spi.AggregationRepository getAggregationRepository() {
        return aggregationRepository;
    }

    /** Where pending jobs are kept. Unset: in the memory of this component. With one that locks optimistically, as JdbcAggregationRepository of camel-sql does, jobs survive a crash and several nodes share them. Nothing else may use it. */
    public void setAggregationRepository(org.apache.camel.spi.AggregationRepository aggregationRepository) {
        this.aggregationRepository = aggregationRepository;
    }

    public int getMaxPendingJobs() {
        return maxPendingJobs;
    }

    /** How many jobs are kept in memory at most, 1 or more. Another one is refused before it is submitted. Read once, from the component or from the endpoint that is used first; not used with aggregationRepository. */
    public void setMaxPendingJobs(int maxPendingJobs) {
        this.maxPendingJobs = maxPendingJobs;
    }

    public String getResponseUrl() {
        return responseUrl;
    }

    /** The responseUrl of one job, for pollEnrich and ConsumerTemplate: that job is fetched, and no repository is used. */
    public void setResponseUrl(String responseUrl) {
        this.responseUrl = responseUrl;
    }

    public long getJobPollDelay() {
        return jobPollDelay;
    }

    /** How long after the submit a job is asked for first, in milliseconds, 1 or more. */
    public void setJobPollDelay(long jobPollDelay) {
        this.jobPollDelay = jobPollDelay;
    }

    public double getJobPollMultiplier() {
        return jobPollMultiplier;
    }

    /** By how much each wait between two polls of a job is longer than the one before, 1 to 10. */
    public void setJobPollMultiplier(double jobPollMultiplier) {
        this.jobPollMultiplier = jobPollMultiplier;
    }

    public long getJobPollMaxDelay() {
        return jobPollMaxDelay;
    }

    /** The longest wait between two polls of a job, in milliseconds, 1 or more. The gateway may ask for a longer one. */
    public void setJobPollMaxDelay(long jobPollMaxDelay) {
        this.jobPollMaxDelay = jobPollMaxDelay;
    }

    public double getJobPollJitter() {
        return jobPollJitter;
    }

    /** By which part a wait is made longer or shorter at random, 0 to 1. */
    public void setJobPollJitter(double jobPollJitter) {
        this.jobPollJitter = jobPollJitter;
    }

    public int getJobGracePolls() {
        return jobGracePolls;
    }

    /** How often a job that is completed without audio is asked for again, 0 or more. */
    public void setJobGracePolls(int jobGracePolls) {
        this.jobGracePolls = jobGracePolls;
    }

    public long getJobTimeout() {
        return jobTimeout;
    }

    /** How long a job may take from its submit, in milliseconds, 1 or more. It is asked for once more when the time is up. */
    public void setJobTimeout(long jobTimeout) {
        this.jobTimeout = jobTimeout;
    }

    public int getMaxConcurrentPolls() {
        return maxConcurrentPolls;
    }

    /** How many jobs are asked for at once, 1 or more. */
    public void setMaxConcurrentPolls(int maxConcurrentPolls) {
        this.maxConcurrentPolls = maxConcurrentPolls;
    }

    public int getMaxConcurrentDownloads() {
        return maxConcurrentDownloads;
    }

    /** How many clips are downloaded at once, or wait downloaded for the route, 1 or more; maxMessagesPerPoll if that is more. */
    public void setMaxConcurrentDownloads(int maxConcurrentDownloads) {
        this.maxConcurrentDownloads = maxConcurrentDownloads;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** How many clips one run of the scheduler hands to the route at most. 0 for all that are there. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public Integer getMaximumRedeliveries() {
        return maximumRedeliveries;
    }

    /** How often a clip is handed to the route again after the route failed with it; -1 without end. Unset: that of the repository where it has one above 0, else 5. */
    public void setMaximumRedeliveries(Integer maximumRedeliveries) {
        this.maximumRedeliveries = maximumRedeliveries;
    }

    public long getJobRedeliveryDelay() {
        return jobRedeliveryDelay;
    }

    /** How long to wait before a clip is handed to a failed route again, in milliseconds, 0 or more. */
    public void setJobRedeliveryDelay(long jobRedeliveryDelay) {
        this.jobRedeliveryDelay = jobRedeliveryDelay;
    }

    public String getDeadLetterUri() {
        return deadLetterUri;
    }

    /** Where a clip goes after maximumRedeliveries. Unset: that of the repository, else the clip is given up with an exception to the consumer's exception handler. */
    public void setDeadLetterUri(String deadLetterUri) {
        this.deadLetterUri = deadLetterUri;
    }

    public long getNodeTimeout() {
        return nodeTimeout;
    }

    /** How long a node that shares the repository may be silent before its jobs are taken over, in milliseconds, 1000 or more. The same on all nodes. */
    public void setNodeTimeout(long nodeTimeout) {
        this.nodeTimeout = nodeTimeout;
    }

    public long getRepositoryScanDelay() {
        return repositoryScanDelay;
    }

    /** How often the repository is searched for jobs of other nodes, in milliseconds, 100 or more. */
    public void setRepositoryScanDelay(long repositoryScanDelay) {
        this.repositoryScanDelay = repositoryScanDelay;
    }

    public boolean isDownload() {
        return download;
    }

    /** Whether finished audio is downloaded and becomes the body. With false the body is its address. */
    public void setDownload(boolean download) {
        this.download = download;
    }

    public boolean isAllowHttpDownload() {
        return allowHttpDownload;
    }

    /** Whether audio may be downloaded over plain http. */
    public void setAllowHttpDownload(boolean allowHttpDownload) {
        this.allowHttpDownload = allowHttpDownload;
    }

    public boolean isAllowPrivateAddresses() {
        return allowPrivateAddresses;
    }

    /** Whether audio may be downloaded from loopback, link-local, private and other special addresses. */
    public void setAllowPrivateAddresses(boolean allowPrivateAddresses) {
        this.allowPrivateAddresses = allowPrivateAddresses;
    }

    public long getMaxDownloadSize() {
        return maxDownloadSize;
    }

    /** The largest audio that is downloaded, in bytes; 0 for no limit. */
    public void setMaxDownloadSize(long maxDownloadSize) {
        this.maxDownloadSize = maxDownloadSize;
    }

    public long getDownloadTimeout() {
        return downloadTimeout;
    }

    /** The longest time of a whole download, redirects included, in milliseconds; 0 for no limit. The other timeouts apply as well. */
    public void setDownloadTimeout(long downloadTimeout) {
        this.downloadTimeout = downloadTimeout;
    }

    public String getDownloadTypes() {
        return downloadTypes;
    }

    /** Media types that a download may have, separated by commas; * stands for any subtype, or alone for any type. One without a type is accepted. */
    public void setDownloadTypes(String downloadTypes) {
        this.downloadTypes = downloadTypes;
    }
}
