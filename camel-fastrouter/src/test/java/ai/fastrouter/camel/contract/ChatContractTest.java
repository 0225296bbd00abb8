package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterGateway;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract itself: it takes what the gateways document and refuses what they don't. */
class ChatContractTest {

    private static final String USER = "'messages':[{'role':'user','content':'Hi'}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'temperature':2.1 | temperature",
                "'temperature':'0.2' | temperature",
                "'max_tokens':0 | max_tokens",
                "'max_tokens':1.5 | max_tokens",
                "'max_tokens':5,'max_completion_tokens':5 | max_tokens",
                "'top_p':1.01 | top_p",
                "'frequency_penalty':-2.1 | frequency_penalty",
                "'presence_penalty':2.1 | presence_penalty",
                "'stop':[] | stop",
                "'stop':['a','b','c','d','e'] | stop",
                "'seed':'1' | seed",
                "'maxTokens':5 | maxTokens",
                "'stream':'true' | stream",
                "'stream_options':{'include_usage':true} | stream",
                "'stream':true,'stream_options':{'includeUsage':true} | include",
                "'stream':true,'input_guardrails':['gr_1'] | input_guardrails",
                "'provider':{} | provider",
                "'provider':{'only':[]} | only",
                "'provider':{'order':'openai'} | order",
                "'provider':{'fallbacks':true} | fallbacks",
                "'models':'a,b' | models",
                "'tools':[] | tools",
                "'tools':[{'name':'wx'}] | tools",
                "'tools':[{'type':'function','function':{'name':'my tool'}}] | tools",
                "'tools':[{'type':'function','function':{'name':'wx','parameters':{'type':'text'}}}] | tools",
                "'tool_choice':'auto' | tools",
                "'tools':[{'type':'function','function':{'name':'wx'}}],'tool_choice':'wx' | tool_choice",
                "'response_format':'json_object' | response_format",
                "'response_format':{'type':'json_schema'} | response_format",
                "'response_format':{'type':'json_schema','json_schema':{'schema':{}}} | response_format",
                "'response_format':{'type':'json_schema','json_schema':{'name':'a','schema':{'type':'text'}}} | response_format",
                "'aspectRatio':'2:1' | aspectRatio",
                "'aspect_ratio':'1:1' | aspect_ratio",
                "'reasoning':{} | reasoning",
                "'reasoning':{'effort':'some'} | effort",
                "'reasoning':{'max_tokens':1023} | max_tokens",
                "'reasoning':{'max_tokens':32001} | max_tokens",
                "'reasoning':{'effort':'low','max_tokens':2000} | reasoning",
                "'modalities':['voice'] | modalities",
                "'modalities':['text','audio'] | audio",
                "'audio':{'voice':'nova','format':'mp3'} | modalities",
                "'modalities':['text','audio'],'audio':{'format':'mp3'} | voice",
                "'modalities':['text','audio'],'audio':{'voice':'nova','format':'ogg'} | format",
                "'stream':true,'modalities':['audio'],'audio':{'voice':'nova','format':'mp3'} | format",
                "'request_tags':'a' | request_tags",
                "'duration':0 | duration",
                "'cache':{'expiration_time':59} | expiration_time",
            })
    void field_notAsDocumented_isRefused(String fields, String named) {
        assertThat(ChatContract.violations(
                        json("{'model':'a/b'," + USER + "," + fields + "}"), FastRouterGateway.fastrouter))
                .anyMatch(violation -> violation.contains(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'content':'Hi'} | role",
                "{'role':'agent','content':'Hi'} | role",
                "{'role':'user'} | content",
                "{'role':'user','content':null} | content",
                "{'role':'user','content':[]} | content",
                "{'role':'user','content':'Hi','text':'Hi'} | text",
                "{'role':'assistant','content':null} | content",
                "{'role':'user','content':'Hi','tool_calls':[]} | tool_calls",
                "{'role':'assistant','content':null,'tool_calls':[{'id':'1','type':'function','function':{'name':'f'}}]} | arguments",
                "{'role':'assistant','content':null,'tool_calls':[{'type':'function','function':{'name':'f','arguments':''}}]} | id",
                "{'role':'assistant','content':'Hi','reasoning':'because'} | reasoning",
                "{'role':'tool','content':'4'} | tool_call_id",
                "{'role':'tool','tool_call_id':'1','content':{'t':4}} | content",
                "{'role':'user','content':'4','tool_call_id':'1'} | tool_call_id",
                "{'role':'system','content':[{'type':'image_url','image_url':{'url':'https://a.example/b'}}]} | content",
                "{'role':'user','content':[{'type':'image_url','image_url':'https://a.example/b'}]} | image_url",
                "{'role':'user','content':[{'type':'image_url','image_url':{'url':'a.png'}}]} | url",
                "{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/png;base64,??'}}]} | url",
                "{'role':'user','content':[{'type':'input_audio','input_audio':{'data':'data:audio/wav;base64,AA==','format':'wav'}}]} | data",
                "{'role':'user','content':[{'type':'input_audio','input_audio':{'data':'AA==','format':'audio/wav'}}]} | format",
                "{'role':'user','content':[{'type':'file','file':{'file_data':'data:application/pdf;base64,AA=='}}]} | filename",
            })
    void message_notAsDocumented_isRefused(String message, String named) {
        assertThat(ChatContract.violations(
                        json("{'model':'a/b','messages':[" + message + "]}"), FastRouterGateway.fastrouter))
                .anyMatch(violation -> violation.contains(named));
    }

    @Test
    void model_unset_isRefusedByFastRouterOnly() {
        assertThat(ChatContract.violations(json("{" + USER + "}"), FastRouterGateway.fastrouter))
                .singleElement()
                .asString()
                .contains("model");
        assertThat(ChatContract.violations(json("{" + USER + "}"), FastRouterGateway.arouter))
                .isEmpty();
    }

    @Test
    void onlyAndOrder_together_areRefusedByFastRouterOnly() {
        JsonNode both = json("{'model':'a/b'," + USER + ",'provider':{'only':['a'],'order':['a']}}");

        assertThat(ChatContract.violations(both, FastRouterGateway.fastrouter)).isNotEmpty();
        assertThat(ChatContract.violations(both, FastRouterGateway.arouter)).isEmpty();
    }

    @Test
    void topP_zero_isRefusedByARouterOnly() {
        JsonNode zero = json("{'model':'a/b'," + USER + ",'top_p':0}");

        assertThat(ChatContract.violations(zero, FastRouterGateway.fastrouter)).isEmpty();
        assertThat(ChatContract.violations(zero, FastRouterGateway.arouter)).isNotEmpty();
    }

    private static JsonNode json(String text) {
        return OptionCase.of("", "").sends(text).sent();
    }
}
