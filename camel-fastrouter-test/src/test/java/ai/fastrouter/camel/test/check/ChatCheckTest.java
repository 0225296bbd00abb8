package ai.fastrouter.camel.test.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.client.Call;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCheckTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HELLO = "'messages':[{'role':'user','content':'hello'}]";
    private static final String TOOL = "'tools':[{'type':'function','function':{'name':'wx'}}]";

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'temperature':2.1 | temperature must be a number from 0 to 2",
                "'temperature':'1' | temperature must be a number",
                "'temperature':null | temperature must be a number",
                "'max_tokens':0 | max_tokens must be an integer of at least 1",
                "'max_tokens':1.5 | max_tokens must be an integer",
                "'max_tokens':5,'max_completion_tokens':5 | exclude each other",
                "'top_p':-0.1 | top_p must be",
                "'frequency_penalty':2.5 | frequency_penalty must be",
                "'presence_penalty':-3 | presence_penalty must be",
                "'stop':[] | stop must be a text or an array of 1 to 4 texts",
                "'stop':['a','b','c','d','e'] | stop must be",
                "'stream':'yes' | stream must be true or false",
                "'stream_options':{'include_usage':true} | stream_options is only allowed together with stream",
                "'stream':true,'stream_options':{'include_usage':1} | stream_options.include_usage must be true or false",
                "'stream':true,'input_guardrails':['gr_1'] | input_guardrails cannot be combined",
                "'provider':{'only':['a'],'order':['b']} | provider.only and provider.order exclude each other",
                "'provider':{'only':[]} | provider.only must be an array",
                "'provider':{'allow_fallbacks':'no'} | provider.allow_fallbacks must be",
                "'provider':{'sort':'cheap'} | provider.sort must be one of",
                "'provider':'openai' | provider must be an object",
                "'models':'a' | models must be an array",
                "'tools':[] | tools must be an array of at least 1",
                "'tools':[{'function':{'name':'a'}}] | tools[0].type is required",
                "'tools':[{'type':'function','function':{'name':'a b'}}] | tools[0].function.name must be",
                "'tools':[{'type':'function','function':{'name':'a','parameters':{'type':'array'}}}] | tools[0].function.parameters.type",
                "'tool_choice':'auto' | tool_choice is only allowed together with tools",
                TOOL + ",'tool_choice':'maybe' | tool_choice must be one of",
                TOOL
                        + ",'tool_choice':{'type':'function','function':{'name':'other'}} | tool_choice.function.name names no function",
                "'parallel_tool_calls':1 | parallel_tool_calls must be",
                "'response_format':{'type':'xml'} | response_format.type must be one of",
                "'response_format':{'type':'json_schema'} | response_format.json_schema is required",
                "'response_format':{'type':'json_schema','json_schema':{'schema':{}}} | response_format.json_schema.name is required",
                "'aspectRatio':'7:3' | aspectRatio must be one of",
                "'duration':0 | duration must be",
                "'reasoning':{'effort':'low','max_tokens':2000} | exclude each other",
                "'reasoning':{'effort':'huge'} | reasoning.effort must be one of",
                "'reasoning':{'max_tokens':1000} | reasoning.max_tokens must be an integer from 1024 to 32000",
                "'reasoning':{'max_tokens':2000},'max_tokens':2000 | max_tokens must be larger than reasoning.max_tokens",
                "'modalities':['text','audio'] | audio is required",
                "'audio':{'voice':'nova','format':'mp3'} | audio needs modalities",
                "'modalities':['audio'],'audio':{'voice':'nova','format':'ogg'} | audio.format must be one of",
                "'stream':true,'modalities':['audio'],'audio':{'voice':'nova','format':'mp3'} | audio.format must be pcm16",
                "'n':0 | n must be",
                "'logit_bias':[] | logit_bias must be an object",
                "'request_tags':'a' | request_tags must be an array",
                "'analysis_models':['a','b','c','d','e','f'] | analysis_models must be an array of 1 to 5",
                "'cache':{'expiration_time':5} | cache.expiration_time must be",
            })
    void field_wrong_isRefusedByName(String field, String message) throws Exception {
        refused("{'model':'openai/gpt-4o'," + HELLO + "," + field + "}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | messages must be an array of at least 1",
                "'hi' | messages must be an array",
                "[{'content':'x'}] | messages[0].role is required",
                "[{'role':'robot','content':'x'}] | messages[0].role must be one of",
                "[{'role':'user'}] | messages[0].content is required",
                "[{'role':'user','content':5}] | messages[0].content must be a text or an array",
                "[{'role':'user','content':null}] | messages[0].content must be a text or an array",
                "[{'role':'assistant','content':null}] | messages[0].content must be",
                "[{'role':'user','content':[{'type':'picture'}]}] | messages[0].content[0].type must be one of",
                "[{'role':'user','content':[{'type':'image_url','image_url':{'url':'file:///a.png'}}]}] | image_url.url must be an http(s) URL",
                "[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/png;base64,A-A'}}]}] | must hold plain base64",
                "[{'role':'user','content':[{'type':'image_url','image_url':{'url':'https://a/','detail':'max'}}]}] | image_url.detail must be one of",
                "[{'role':'user','content':[{'type':'input_audio','input_audio':{'data':'data:audio/wav;base64,AAAA','format':'wav'}}]}] | input_audio.data must be plain base64",
                "[{'role':'user','content':[{'type':'input_audio','input_audio':{'data':'AAAA','format':'midi'}}]}] | input_audio.format must be one of",
                "[{'role':'user','content':[{'type':'file','file':{'file_data':'data:application/pdf;base64,AAAA'}}]}] | file.filename is required",
                "[{'role':'system','content':[{'type':'image_url','image_url':{'url':'https://a/'}}]}] | must be text outside of user messages",
                "[{'role':'tool','tool_call_id':'c','content':'x'}] | messages[0].tool_call_id answers no tool call",
                "[{'role':'assistant','content':null,'tool_calls':[{'id':'c','type':'function','function':{'name':'a','arguments':{}}}]}] | arguments must be a text",
                "[{'role':'assistant','content':null,'tool_calls':[{'id':'c','type':'function','function':{'name':'a','arguments':''}}]}] | leaves tool calls without a tool message: c",
            })
    void messages_wrong_areRefusedByName(String messages, String message) throws Exception {
        refused("{'model':'openai/gpt-4o','messages':" + messages + "}", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'temperature':0,'top_p':1,'max_tokens':1,'stop':'x','seed':-5,'user':'u'",
                "'stream':false,'provider':{'order':['a'],'allow_fallbacks':false},'models':['b/c']",
                TOOL + ",'tool_choice':{'type':'function','function':{'name':'wx'}},'parallel_tool_calls':false",
                "'reasoning':{'max_tokens':1024,'exclude':true,'enabled':true},'max_tokens':1025",
                "'response_format':{'type':'text'},'aspectRatio':'16:9','request_tags':['a/b']",
                "'something_new':{'a':1}",
            })
    void fields_right_areAccepted(String fields) throws Exception {
        assertThat(send("{'model':'openai/gpt-4o'," + HELLO + "," + fields + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void model_missing_isRefusedByFastRouterOnly() throws Exception {
        refused("{" + HELLO + "}", "model is required");
        assertThat(Call.post(GATEWAY.arouterUrl() + "/chat/completions", json("{" + HELLO + "}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void body_notJson_isRefused() throws Exception {
        refused("{'model':", "not a JSON object");
        refused("[]", "not a JSON object");
    }

    @Test
    void error_ofEachGateway_hasItsEnvelope() throws Exception {
        JsonNode fastrouter = MAPPER.readTree(send("{}").body());
        assertThat(fastrouter.at("/error/status").asInt()).isEqualTo(400);
        assertThat(fastrouter.at("/error/type").asText()).isEqualTo("invalid_request_error");
        JsonNode arouter = MAPPER.readTree(
                Call.post(GATEWAY.arouterUrl() + "/chat/completions", "{}").body());
        assertThat(arouter.path("error").size()).isEqualTo(2);
    }

    @Test
    void body_over10Megabytes_is413() throws Exception {
        String big = "{'model':'m','x':'" + "y".repeat(10 * 1024 * 1024) + "'," + HELLO + "}";
        assertThat(send(big).statusCode()).isEqualTo(413);
    }

    private static void refused(String body, String message) throws Exception {
        HttpResponse<String> response = send(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(MAPPER.readTree(response.body()).at("/error/message").asText())
                .contains(message);
    }

    private static HttpResponse<String> send(String body) throws Exception {
        return Call.post(GATEWAY.baseUrl() + "/chat/completions", json(body));
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
