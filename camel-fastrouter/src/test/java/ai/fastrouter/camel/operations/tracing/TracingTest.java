package ai.fastrouter.camel.operations.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.operations.OperationsTestSupport;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.junit.jupiter.api.Test;

/** Spans of tracers on top of camel-tracing. */
class TracingTest extends OperationsTestSupport {

    private final RecordingTracer tracer = new RecordingTracer();

    @Override
    protected void prepare(CamelContext context) {
        CamelContextAware.trySetCamelContext(tracer, context);
        tracer.init(context);
    }

    @Test
    void answer_arrived_isInTheSpan() {
        gateway().onChat().reply(Reply.json("""
                {"id":"c1","model":"openai/gpt-5.1-mini","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":12,"completion_tokens":3,"cost":0.00004}}"""));

        send("fastrouter:chat", "Hi");

        assertThat(tracer.names()).containsExactly("chat " + MODEL);
        assertThat(tracer.attributes())
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.request.model", MODEL)
                .containsEntry("gen_ai.response.model", "openai/gpt-5.1-mini")
                .containsEntry("gen_ai.usage.input_tokens", 12L)
                .containsEntry("gen_ai.usage.output_tokens", 3L)
                .containsEntry("gen_ai.usage.cost", "0.00004")
                .containsEntry("server.port", (long) gateway().port());
    }

    @Test
    void failure_answered_isInTheSpan() {
        gateway().onChat().reply(Reply.error(402, Envelope.E1, "Pay first"));

        send("fastrouter:chat", "Hi");

        assertThat(tracer.attributes()).containsEntry("error.type", "402").containsEntry("error", true);
    }
}
