package ai.fastrouter.camel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.test.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which schemas are sent as strict: gateways refuse those that are not of the subset. */
class StrictSchemaTest extends ChatTestSupport {

    record Part(String name, Optional<Integer> size) {}

    record Closed(String text, List<Part> parts, Optional<Closed> inner) {}

    record WithMap(String text, Map<String, String> labels) {}

    record WithObject(List<Object> things) {}

    record WithEmpty(Empty nothing) {}

    record Empty() {}

    private boolean isStrict(String schema) {
        assertThat(send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.JSON_SCHEMA, schema.replace('\'', '"')))
                        .getMessage()
                        .getBody())
                .isNotNull();
        return sent().at("/response_format/json_schema/strict").asBoolean(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'string'}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':['string','null']},'b':{'type':'array','items':{'$ref':'#/$defs/c'}}},"
                        + "'required':['b','a'],'additionalProperties':false,'$defs':{'c':{'anyOf':[{'type':'null'},"
                        + "{'type':'object','properties':{},'additionalProperties':false}]}}}"
            })
    void schema_closedInAllItsObjects_isStrict(String schema) {
        assertThat(isStrict(schema)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object'}",
                "{'type':'array','items':{'type':'string'}}",
                "{'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'array'}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'object'}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'anyOf':[{'type':'null'},{'type':'object'}]}},'required':['a'],"
                        + "'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'oneOf':[{'type':'null'}]}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'$ref':'#/$defs/b'}},'required':['a'],'additionalProperties':false,"
                        + "'$defs':{'b':{'type':'object','additionalProperties':{'type':'string'}}}}"
            })
    void schema_openAnywhere_isNotStrict(String schema) {
        assertThat(isStrict(schema)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {Part.class, Closed.class})
    void class_ofTypedParts_isStrict(Class<?> type) {
        gateway().onChat().reply(Reply.chat("{}"));
        send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.OUTPUT_CLASS, type));

        assertThat(sent().at("/response_format/json_schema/strict").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {WithMap.class, WithObject.class, WithEmpty.class})
    void class_thatLeavesSomethingOpen_isNotStrict(Class<?> type) {
        gateway().onChat().reply(Reply.chat("{}"));
        send("fastrouter:chat", "Hi", Map.of(FastRouterConstants.OUTPUT_CLASS, type));

        assertThat(sent().at("/response_format/json_schema").has("schema")).isTrue();
        assertThat(sent().at("/response_format/json_schema").has("strict")).isFalse();
    }
}
