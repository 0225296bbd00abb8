package ai.fastrouter.camel.contract;

import static ai.fastrouter.camel.contract.OptionCase.of;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every option of chat with what it leads to in the request: its limits, and each form a value may have. */
final class OptionCases {

    /** A tool, as a URI and as a header hold it. */
    static final String TOOL =
            "{\"type\":\"function\",\"function\":{\"name\":\"wx\",\"description\":\"Weather\",\"parameters\":"
                    + "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}}}";

    private static final Map<String, Object> TOOL_MAP = Map.of(
            "type",
            "function",
            "function",
            Map.of(
                    "name",
                    "wx",
                    "description",
                    "Weather",
                    "parameters",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of("city", Map.of("type", "string")),
                            "required",
                            List.of("city"))));

    private static final String TOOLS = "tools=RAW([" + TOOL + "])";
    private static final String SENT_TOOLS = "'tools':[" + TOOL + "]";
    private static final String SCHEMA =
            "{\"title\":\"Pet\",\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\"}},"
                    + "\"required\":[\"kind\"],\"additionalProperties\":false}";

    private OptionCases() {}

    static List<OptionCase> all() {
        List<OptionCase> all = new ArrayList<>();
        all.addAll(sampling());
        all.addAll(routing());
        all.addAll(turns());
        all.addAll(tools());
        all.addAll(formats());
        all.addAll(reasoning());
        all.addAll(spoken());
        all.addAll(streams());
        all.addAll(further());
        return all;
    }

    private static List<OptionCase> sampling() {
        return List.of(
                of("temperature", "0.2", 0.2, "0.2", new BigDecimal("0.2")).sends("{'temperature':0.2}"),
                of("temperature", "0", 0, "0").sends("{'temperature':0.0}"),
                of("temperature", "2", 2, 2.0f).sends("{'temperature':2.0}"),
                of("maxTokens", "1", 1, 1L, "1").sends("{'max_tokens':1}"),
                of("maxTokens", "2147483647", Integer.MAX_VALUE).sends("{'max_tokens':2147483647}"),
                of("topP", "1", 1, "1.0").sends("{'top_p':1.0}"),
                of("topP", "0.05", 0.05).sends("{'top_p':0.05}"),
                of("frequencyPenalty", "-2", -2, "-2").sends("{'frequency_penalty':-2.0}"),
                of("frequencyPenalty", "2", 2.0).sends("{'frequency_penalty':2.0}"),
                of("presencePenalty", "-2", -2.0).sends("{'presence_penalty':-2.0}"),
                of("presencePenalty", "1.5", 1.5, "1.5").sends("{'presence_penalty':1.5}"),
                of("stop", "END", "END", List.of("END")).sends("{'stop':['END']}"),
                of("stop", "RAW(a, b,c,d)", "a, b,c,d", new String[] {"a", "b", "c", "d"})
                        .sends("{'stop':['a','b','c','d']}"),
                of("stop", null, List.of("\n", ", and"), new String[] {"\n", ", and"})
                        .sends("{'stop':['\\n',', and']}"),
                of("seed", "-9223372036854775808", Long.MIN_VALUE).sends("{'seed':-9223372036854775808}"),
                of("seed", "42", 42, 42L, "42").sends("{'seed':42}"));
    }

    private static List<OptionCase> routing() {
        return List.of(
                of("model", "anthropic/claude-4.5-sonnet:free", "anthropic/claude-4.5-sonnet:free")
                        .sends("{'model':'anthropic/claude-4.5-sonnet:free'}"),
                of("model", "fastrouter/auto", "fastrouter/auto").sends("{'model':'fastrouter/auto'}"),
                of(
                                "models",
                                "openai/gpt-4o,google/gemini-3-pro-preview",
                                List.of("openai/gpt-4o", "google/gemini-3-pro-preview"))
                        .sends("{'models':['openai/gpt-4o','google/gemini-3-pro-preview']}"),
                of("providerOnly", "openai", "openai", List.of("openai")).sends("{'provider':{'only':['openai']}}"),
                of("providerOnly", "azure,openai", "azure, openai", new Object[] {"azure", "openai"})
                        .sends("{'provider':{'only':['azure','openai']}}"),
                of("providerOrder", "azure,openai", "azure,openai", List.of("azure", "openai"))
                        .sends("{'provider':{'order':['azure','openai']}}"),
                of("providerAllowFallbacks", "false", false, "false").sends("{'provider':{'allow_fallbacks':false}}"),
                of("providerAllowFallbacks", "true", true, "TRUE").sends("{'provider':{'allow_fallbacks':true}}"),
                of("providerAllowFallbacks", "false", false)
                        .with("providerOrder=azure")
                        .sends("{'provider':{'order':['azure'],'allow_fallbacks':false}}"),
                of("user", "u-17", "u-17", "u-17").sends("{'user':'u-17'}"),
                of("requestTags", "team/chat,prod", "team/chat, prod", List.of("team/chat", "prod"))
                        .sends("{'request_tags':['team/chat','prod']}"));
    }

    private static List<OptionCase> turns() {
        return List.of(
                of("systemMessage", "Be brief.", "Be brief.")
                        .sends("{'messages':[{'role':'system','content':'Be brief.'},"
                                + "{'role':'user','content':'Say: Good morning'}]}"),
                of("userMessage", "Say: Hi", "Say: Hi")
                        .body("")
                        .sends("{'messages':[{'role':'user','content':'Say: Hi'}]}"),
                of("userMessage", "Say: Hi", "Say: Hi"),
                of("conversation", "true", true, "true"),
                of("conversation", "false", false));
    }

    private static List<OptionCase> tools() {
        String wx = "{'type':'function','function':{'name':'wx'}}";
        return List.of(
                of("tools", "RAW([" + TOOL + "])", "[" + TOOL + "]", List.of(TOOL_MAP))
                        .sends("{" + SENT_TOOLS + "}"),
                of("toolChoice", "none", "none").with(TOOLS).sends("{" + SENT_TOOLS + ",'tool_choice':'none'}"),
                of("toolChoice", "auto", "auto").with(TOOLS).sends("{" + SENT_TOOLS + ",'tool_choice':'auto'}"),
                of("toolChoice", "required", "required")
                        .with(TOOLS)
                        .sends("{" + SENT_TOOLS + ",'tool_choice':'required'}"),
                of(
                                "toolChoice",
                                "wx",
                                "wx",
                                Map.of("type", "function", "function", Map.of("name", "wx")),
                                wx.replace('\'', '"'))
                        .with(TOOLS)
                        .sends("{" + SENT_TOOLS + ",'tool_choice':" + wx + "}"));
    }

    private static List<OptionCase> formats() {
        String pet = "{'response_format':{'type':'json_schema','json_schema':{'name':'Pet','strict':true,'schema':"
                + SCHEMA + "}}}";
        String named = "{\"name\":\"animal\",\"schema\":{\"type\":\"object\"}}";
        return List.of(
                of("responseFormat", "text", "text", "TEXT").sends("{'response_format':{'type':'text'}}"),
                of("responseFormat", "json_object", "json_object").sends("{'response_format':{'type':'json_object'}}"),
                of("responseFormat", "json_schema", "json_schema")
                        .with("jsonSchema=RAW(" + SCHEMA + ")")
                        .sends(pet),
                of("jsonSchema", "RAW(" + SCHEMA + ")", SCHEMA).sends(pet),
                of("jsonSchema", "RAW(" + named + ")", named)
                        .sends("{'response_format':{'type':'json_schema','json_schema':" + named + "}}"),
                of("outputClass", Pet.class.getName(), Pet.class).sends(pet),
                of("aspectRatio", "1:1", "1:1").sends("{'aspectRatio':'1:1'}"),
                of("aspectRatio", "21:9", "21:9").sends("{'aspectRatio':'21:9'}"),
                of("output", "text", "text"),
                of("output", "response", "response"),
                of("output", "json", "JSON"));
    }

    private static List<OptionCase> reasoning() {
        List<OptionCase> all = new ArrayList<>(List.of(
                of("reasoningMaxTokens", "1024", 1024, "1024").sends("{'reasoning':{'max_tokens':1024}}"),
                of("reasoningMaxTokens", "32000", 32000L).sends("{'reasoning':{'max_tokens':32000}}"),
                of("reasoningMaxTokens", "1024", 1024)
                        .with("maxTokens=1025")
                        .sends("{'max_tokens':1025,'reasoning':{'max_tokens':1024}}"),
                of("reasoningExclude", "true", true, "true").sends("{'reasoning':{'exclude':true}}"),
                of("reasoningExclude", "false", false).sends("{'reasoning':{'exclude':false}}"),
                of("reasoningEnabled", "false", false, "false").sends("{'reasoning':{'enabled':false}}"),
                of("reasoningEnabled", "true", true)
                        .with("reasoningEffort=low&reasoningExclude=true")
                        .sends("{'reasoning':{'effort':'low','exclude':true,'enabled':true}}")));
        for (String effort : List.of("low", "medium", "high", "none", "minimal", "xhigh", "max", "trending")) {
            all.add(of("reasoningEffort", effort, effort).sends("{'reasoning':{'effort':'" + effort + "'}}"));
        }
        return all;
    }

    private static List<OptionCase> spoken() {
        String nova = "'modalities':['text','audio'],'audio':{'voice':'nova','format':";
        List<OptionCase> all = new ArrayList<>(List.of(
                of("modalities", "text", "text", List.of("text")).sends("{'modalities':['text']}"),
                of("modalities", "text,image", "text, image").sends("{'modalities':['text','image']}"),
                of("modalities", "text,audio", List.of("text", "audio"))
                        .with("audioVoice=nova")
                        .sends("{" + nova + "'mp3'}}"),
                of("audioVoice", "nova", "nova").sends("{" + nova + "'mp3'}}"),
                of("audioVoice", "nova", "nova")
                        .with("stream=true")
                        .sends("{" + nova + "'pcm16'},'stream':true,'stream_options':{'include_usage':true}}"),
                of("output", "audio", "audio").with("audioVoice=nova").sends("{" + nova + "'mp3'}}")));
        for (String format : List.of("mp3", "wav", "flac", "opus", "aac", "pcm16")) {
            all.add(of("audioFormat", format, format).with("audioVoice=nova").sends("{" + nova + "'" + format + "'}}"));
        }
        return all;
    }

    private static List<OptionCase> streams() {
        String streamed = "{'stream':true,'stream_options':{'include_usage':true}}";
        List<OptionCase> all = new ArrayList<>(List.of(
                of("stream", "true", true, "true").sends(streamed),
                of("stream", "false", false),
                of("includeUsage", "false", false, "false").with("stream=true").sends("{'stream':true}"),
                of("includeUsage", "true", true).with("stream=true").sends(streamed),
                of("includeUsage", "true", true),
                of("streamOutput", "text", "text"),
                of("streamOutput", "audio", "audio")
                        .with("stream=true&audioVoice=nova")
                        .sends("{'modalities':['text','audio'],'audio':{'voice':'nova','format':'pcm16'},"
                                + "'stream':true,'stream_options':{'include_usage':true}}")));
        for (String output : List.of("chunks", "text", "sse")) {
            all.add(of("streamOutput", output, output).with("stream=true").sends(streamed));
        }
        return all;
    }

    /** {@code additionalBody}: what is JSON goes as JSON. */
    private static List<OptionCase> further() {
        return List.of(
                of("additionalBody.", "top_k=40").sends("{'top_k':40}"),
                of("additionalBody.", "prompt_id=pmpt_1").sends("{'prompt_id':'pmpt_1'}"),
                of("additionalBody.", "cache=RAW({\"expiration_time\":60,\"filter_on_model\":false})")
                        .sends("{'cache':{'expiration_time':60,'filter_on_model':false}}"),
                of("additionalBody.", "temperature=0.5").with("temperature=0.1").sends("{'temperature':0.5}"),
                of("additionalBody.", "max_completion_tokens=7")
                        .with("maxTokens=9")
                        .sends("{'max_completion_tokens':7}"),
                of("additionalBody", null, Map.of("logprobs", true, "top_logprobs", 2))
                        .sends("{'logprobs':true,'top_logprobs':2}"),
                of("additionalBody", null, Map.of("web_search_options", Map.of("search_context_size", "low")))
                        .sends("{'web_search_options':{'search_context_size':'low'}}"));
    }

    /** What answers are turned into. */
    public record Pet(String kind) {}
}
