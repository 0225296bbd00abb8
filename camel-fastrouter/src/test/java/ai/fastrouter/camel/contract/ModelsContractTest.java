package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of the list of models are as documented: {@code contract/models-query.schema.json}. */
class ModelsContractTest extends ContractTestSupport {

    private static final Contract QUERY = Contract.of("models-query");

    /** The query of the last request as the schema sees it. */
    private static ObjectNode query() {
        RecordedRequest request = local().lastRequest();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.size()).isZero();
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        if (request.query() != null) {
            for (String pair : request.query().split("&")) {
                String name = URLDecoder.decode(pair.replaceAll("=.*", ""), StandardCharsets.UTF_8);
                assertThat(query.has(name)).as(name).isFalse();
                query.put(name, request.queryParameter(name));
            }
        }
        return query;
    }

    @ParameterizedTest
    @EnumSource
    void noFilter_sendsNoQuery(FastRouterGateway gateway) throws Exception {
        assertThat(send(uri("models", gateway, ""), null, Map.of()).getException())
                .isNull();
        assertThat(local().lastRequest().query()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outputModalities=all",
                "outputModalities=audio,text",
                "supportedParameters=tools,response_format",
                "outputModalities=text&supportedParameters=tools"
            })
    void filters_set_areAsDocumented(String options) throws Exception {
        assertThat(send(uri("models", FastRouterGateway.arouter, options), null, Map.of())
                        .getException())
                .isNull();
        assertThat(QUERY.violations(query())).isEmpty();
        assertThat(query()).hasSize(options.split("&").length);
    }

    @Test
    void headers_all_areAsDocumented() throws Exception {
        Map<String, Object> headers = Map.of(
                FastRouterConstants.OUTPUT_MODALITIES,
                List.of("audio", "image"),
                FastRouterConstants.SUPPORTED_PARAMETERS,
                "tools, vision");
        assertThat(send(uri("models", FastRouterGateway.arouter, ""), null, headers)
                        .getException())
                .isNull();
        assertThat(QUERY.violations(query())).isEmpty();
        assertThat(query()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'output_modalities':'audio, text'} | output_modalities",
                "{'output_modalities':'sound'} | output_modalities",
                "{'output_modalities':''} | output_modalities",
                "{'supported_parameters':'[tools]'} | supported_parameters",
                "{'outputModalities':'audio'} | outputModalities",
            })
    void query_notAsDocumented_isRefused(String json, String named) throws Exception {
        assertThat(QUERY.violations(json)).anyMatch(violation -> violation.contains(named));
    }
}
