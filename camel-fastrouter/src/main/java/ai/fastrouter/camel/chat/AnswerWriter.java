package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.chat.stream.StreamFailures;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.observe.Observation;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import ai.fastrouter.camel.gateway.wire.ResponseReader;
import ai.fastrouter.camel.model.ChatResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads a whole answer, and writes it into the message of its exchange. Thread-safe. */
final class AnswerWriter {

    private final FailurePolicy policy;

    AnswerWriter(FailurePolicy policy) {
        this.policy = policy;
    }

    /**
     * @param observation told of the answer before it is written, since it is paid for even if it can't be; null when nobody listens
     * @throws FastRouterException if the document is no answer, though its status is 2xx
     */
    void write(Exchange exchange, Observation observation, Asked asked, ResponseHead head, byte[] body, int length)
            throws FastRouterException {
        ChatResponse response = read(asked.request(), head, body, length);
        if (observation != null) {
            observation.status(head.status(), head.requestId());
            observation.answered(response);
        }
        Message message = exchange.getMessage();
        exchange.removeProperty(FastRouterConstants.AUDIO_PROPERTY);
        ReplyHeaders.ofHead(message, head);
        AnswerHeaders.write(message, response);
        body(exchange, asked, head, response, body, length);
        AnswerHeaders.keep(message, response, asked.prepared().conversation());
    }

    private static void body(
            Exchange exchange, Asked asked, ResponseHead head, ChatResponse response, byte[] body, int length)
            throws FastRouterException {
        Message message = exchange.getMessage();
        if (asked.type() != null && asked.prepared().ofClass()) {
            message.setBody(asked.type().read(response.text(), details(asked.request(), head)));
            SpokenBody.keep(exchange, response, details(asked.request(), head));
            message.removeHeader(Exchange.CONTENT_TYPE);
            return;
        }
        switch (asked.prepared().values().get(ChatOptions.OUTPUT, "text")) {
            case "response" -> set(message, response, null);
            case "json" -> set(message, new String(body, 0, length, StandardCharsets.UTF_8), "application/json");
            case "audio" ->
                SpokenBody.set(exchange, response, asked.prepared().audioFormat(), details(asked.request(), head));
            default -> {
                SpokenBody.keep(exchange, response, details(asked.request(), head));
                set(message, response.text(), "text/plain; charset=utf-8");
            }
        }
    }

    /** The answer; never one without choices. */
    ChatResponse read(GatewayRequest request, ResponseHead head, byte[] body, int length) throws FastRouterException {
        ResponseReader reader;
        try {
            reader = ResponseReader.read(body, length);
        } catch (IOException e) {
            // its text may show the answer
            throw noAnswer(request, head, "the answer is not a JSON object");
        }
        ChatResponse response = reader.response();
        boolean failed = "error".equals(response.finishReason());
        if (reader.hasError() && (failed || response.choices().isEmpty())) {
            throw Failures.ofResponse(request, head, body, length, policy);
        }
        if (failed) {
            throw StreamFailures.finishedWithError(request, head);
        }
        if (reader.isJob()) {
            throw new FastRouterRequestException(
                    "chat failed: the gateway answers with a prompt-to-audio job;"
                            + " use fastrouter:prompt-to-audio for this model",
                    details(request, head).withCode("unexpected_job"),
                    null);
        }
        if (response.choices().isEmpty()) {
            throw noAnswer(request, head, "the answer holds no choices");
        }
        return response;
    }

    private static void set(Message message, Object body, String contentType) {
        message.setBody(body);
        ReplyHeaders.set(message, Exchange.CONTENT_TYPE, contentType);
    }

    private static FastRouterException noAnswer(GatewayRequest request, ResponseHead head, String why) {
        return new FastRouterException(
                "chat failed: " + why + " (status " + head.status() + ", content type " + head.mediaType() + ")",
                details(request, head).withCode("invalid_response"),
                null);
    }

    private static ErrorDetails details(GatewayRequest request, ResponseHead head) {
        return ErrorDetails.NONE
                .withOperation(request.operation(), request.model())
                .withStatus(head.status(), head.requestId());
    }
}
