package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.chat.body.BodyReader;
import ai.fastrouter.camel.chat.body.TextOf;
import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.chat.request.ChatRequests;
import ai.fastrouter.camel.chat.request.LoadedOptions;
import ai.fastrouter.camel.chat.request.Prepared;
import ai.fastrouter.camel.chat.schema.Mappers;
import ai.fastrouter.camel.chat.schema.OutputType;
import ai.fastrouter.camel.chat.schema.OutputTypes;
import ai.fastrouter.camel.chat.stream.StreamReply;
import ai.fastrouter.camel.chat.stream.StreamRequest;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.OutgoingHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import java.net.URI;
import org.apache.camel.Exchange;

/** Sends a message's body to a model, and makes the answer the body. Thread-safe. */
public final class ChatOperation implements OperationHandler {

    private static final String PATH = "/chat/completions";
    private static final long PATIENCE_MILLIS = 10_000;

    private final OperationContext context;
    private final URI address;
    private final OptionValues endpoint;
    private final OutputTypes outputTypes;
    private final OutputType endpointType;
    private final BodyReader bodies;
    private final ChatRequests requests;
    private final OutgoingHeaders headers;
    private final FailurePolicy policy;
    private final AnswerWriter answers;
    private final Streaming streaming;

    /**
     * @param streamEnds shared by all endpoints of a component
     * @throws IllegalArgumentException if an option of the endpoint is out of range, or two contradict each other
     */
    public ChatOperation(OperationContext context, StreamEnds streamEnds) {
        this.context = context;
        address = context.target().address(PATH);
        Mappers mapper = new Mappers(context.camelContext(), context.options());
        endpoint = ChatOptions.ALL.read(new LoadedOptions(context.options(), context.camelContext()));
        outputTypes = new OutputTypes(context.camelContext(), mapper);
        endpointType = outputTypes.ofEndpoint(endpoint.get(ChatOptions.OUTPUT_CLASS));
        // FastRouter insists on a model, ARouter has one for each key
        boolean modelRequired =
                "fastrouter".equals(String.valueOf(context.options().get("gateway")));
        requests = new ChatRequests(endpoint, endpointType == null ? null : endpointType.schema(), modelRequired);
        bodies = new BodyReader(new TextOf(context.camelContext(), mapper));
        headers = new OutgoingHeaders(context.options());
        policy = FailurePolicy.of(context.target());
        answers = new AnswerWriter(policy);
        boolean autoClose = !Boolean.FALSE.equals(context.options().get("autoCloseStream"));
        streaming = new Streaming(
                context.inFlight(), streamEnds, answers, context.worker(), context.streamWorker(), autoClose);
    }

    @Override
    public void start(Exchange exchange, Turn turn) throws FastRouterRequestException {
        OptionValues values = ChatOptions.ALL.resolve(endpoint, exchange.getMessage());
        OutputType type = outputType(values);
        Prepared prepared =
                requests.prepare(values, bodies.read(exchange, values), type == null ? null : type.schema());
        GatewayRequest request =
                context.target().post(address, prepared.body(), headers.of(exchange), "chat", prepared.model());
        Asked asked = new Asked(request, prepared, type);
        if (prepared.stream()) {
            stream(exchange, turn, asked);
        } else {
            whole(exchange, turn, asked);
        }
    }

    private void whole(Exchange exchange, Turn turn, Asked asked) {
        WholeAnswer answer = new WholeAnswer(
                turn,
                context.worker(),
                (head, body, length) -> answers.write(exchange, turn.observation(), asked, head, body, length));
        turn.send(
                context.client(),
                asked.request(),
                new WholeReply(asked.request(), context.target().maxResponseSize(), policy, answer));
    }

    private void stream(Exchange exchange, Turn turn, Asked asked) {
        StreamedAnswer answer = new StreamedAnswer(exchange, turn, asked, streaming);
        StreamRequest request = new StreamRequest(
                asked.request(),
                policy,
                context.target().maxResponseSize(),
                patience(),
                StreamedAnswer.isPassedOn(asked));
        answer.calling(turn.send(context.client(), asked.request(), new StreamReply(request, answer)));
    }

    /** Longer than the transport waits, which tells better what happened. */
    private long patience() {
        long idle = context.target().timeouts().idle();
        return idle == 0 ? 0 : idle + PATIENCE_MILLIS;
    }

    private OutputType outputType(OptionValues values) throws FastRouterRequestException {
        return values.isOverridden(ChatOptions.OUTPUT_CLASS)
                ? outputTypes.ofHeader(values.get(ChatOptions.OUTPUT_CLASS))
                : endpointType;
    }
}
