package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.RecordedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Submits and polls are as documented: {@code contract/submit-request.schema.json}, {@code contract/poll-request.schema.json}. */
class JobContractTest extends ContractTestSupport {

    private static final Contract SUBMIT = Contract.of("submit-request");
    private static final Contract POLL = Contract.of("poll-request");

    private static String job(String options) {
        return uri("prompt-to-audio", FastRouterGateway.fastrouter, options);
    }

    private static JsonNode submitted() {
        List<RecordedRequest> submits = local().requests(Operation.SUBMIT);
        assertThat(submits).hasSize(1);
        assertThat(submits.get(0).path()).isEqualTo("/api/v1/chat/completions");
        return submits.get(0).json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "duration=1", "duration=240&includeMessages=false", "includeMessages=true"})
    void submit_withOptions_isAsDocumented(String options) throws Exception {
        assertThat(send(job(options), "calm rain", Map.of()).getException()).isNull();

        assertThat(SUBMIT.violations(submitted())).isEmpty();
    }

    @Test
    void submit_withHeaders_isAsDocumented() throws Exception {
        Map<String, Object> headers = Map.of(
                FastRouterConstants.PROMPT, "calm rain",
                FastRouterConstants.DURATION, "30",
                FastRouterConstants.MODEL, "ace-step/prompt-to-audio");
        assertThat(send(job(""), null, headers).getException()).isNull();

        assertThat(SUBMIT.violations(submitted())).isEmpty();
    }

    @Test
    void poll_ofAnAwaitedJob_isAsDocumented() throws Exception {
        Exchange exchange = send(job("await=true&download=false&jobPollDelay=10"), "calm rain", Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).startsWith("http://127.0.0.1");
        assertThat(SUBMIT.violations(submitted())).isEmpty();
        assertThat(local().requests(Operation.POLL)).hasSize(3).allSatisfy(poll -> {
            assertThat(POLL.violations(poll.json())).isEmpty();
            assertThat(poll.path()).isEqualTo("/api/v1/getPromptToAudioResponse");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'model':'ace-step/prompt-to-audio'} | prompt",
                "{'prompt':'rain'} | model",
                "{'model':'openai/tts-1','prompt':'rain'} | model",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','duration':0} | duration",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','duration':'10'} | duration",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','duration':2.5} | duration",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','stream':false} | stream",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','messages':[]} | messages",
                "{'model':'ace-step/prompt-to-audio','prompt':'rain','messages':[{'role':'user'}]} | content",
            })
    void submit_notAsDocumented_isRefused(String json, String named) throws Exception {
        assertThat(SUBMIT.violations(json)).anyMatch(violation -> violation.contains(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'model':'ace-step/prompt-to-audio'} | url",
                "{'url':'https://queue.example/1'} | model",
                "{'url':'queue.example/1','model':'ace-step/prompt-to-audio'} | url",
                "{'url':'https://queue.example/1','model':'ace-step'} | model",
                "{'url':'https://queue.example/1','model':'ace-step/prompt-to-audio','request_id':'1'} | request_id",
            })
    void poll_notAsDocumented_isRefused(String json, String named) throws Exception {
        assertThat(POLL.violations(json)).anyMatch(violation -> violation.contains(named));
    }
}
