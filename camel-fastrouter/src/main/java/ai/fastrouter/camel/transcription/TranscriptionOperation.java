package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.OutgoingHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.exchange.upload.Recording;
import ai.fastrouter.camel.exchange.upload.Recordings;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.GatewayTarget;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Speech to text: {@code POST /audio/transcriptions} and {@code /audio/translations}. The body is a recording, sent from where it
 * lies as {@code multipart/form-data} with its exact length; it becomes the text.
 */
public final class TranscriptionOperation implements OperationHandler {

    private static final int TOO_LARGE = 413;

    private final OperationContext context;
    private final OptionValues endpointOptions;
    private final OutgoingHeaders headers;
    private final boolean translation;
    private final String operation;
    private final String path;

    private TranscriptionOperation(OperationContext context, boolean translation) {
        this.context = context;
        this.translation = translation;
        this.operation = translation ? "translation" : "transcription";
        this.path = translation ? "/audio/translations" : "/audio/transcriptions";
        this.endpointOptions = TranscriptionOptions.ALL.read(context.options());
        this.headers = new OutgoingHeaders(context.options());
        if (translation) {
            TranscriptionOptions.checkTranslation(context.endpoint().getEndpointUri());
            return;
        }
        try {
            TranscriptionOptions.check(endpointOptions);
        } catch (FastRouterRequestException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    /**
     * To text in the language that was spoken.
     *
     * @throws IllegalArgumentException if an option of the endpoint is out of range or does not fit another
     */
    public static TranscriptionOperation transcribing(OperationContext context) {
        return new TranscriptionOperation(context, false);
    }

    /**
     * To English text.
     *
     * @throws IllegalArgumentException if an option of the endpoint is out of range or does not fit another
     */
    public static TranscriptionOperation translating(OperationContext context) {
        return new TranscriptionOperation(context, true);
    }

    @Override
    public void start(Exchange exchange, Turn turn) throws Exception {
        Message message = exchange.getMessage();
        OptionValues options = TranscriptionOptions.ALL.resolve(endpointOptions, message);
        if (!translation) {
            TranscriptionOptions.check(options);
        }
        TranscriptionForm form = new TranscriptionForm(options, translation);
        String model = form.model();
        Recording recording = Recordings.of(exchange, options.get(TranscriptionOptions.MAX_UPLOAD_SIZE, 0L));
        UploadName name =
                UploadName.of(message, recording, options.get(TranscriptionOptions.UPLOAD_FORMATS, List.of("*")));
        GatewayTarget target = context.target();
        GatewayRequest request = target.post(path, form.with(recording, name), headers.of(exchange), operation, model);
        FailurePolicy policy = FailurePolicy.of(target);
        Answer answer = new Answer(exchange, turn, options, request, recording.length());
        turn.send(context.client(), request, new WholeReply(request, target.maxResponseSize(), policy, answer));
    }

    /** Ends one exchange's turn. */
    private final class Answer implements ReplyListener {

        private final Exchange exchange;
        private final Turn turn;
        private final OptionValues options;
        private final GatewayRequest request;
        private final long uploaded;

        Answer(Exchange exchange, Turn turn, OptionValues options, GatewayRequest request, long uploaded) {
            this.exchange = exchange;
            this.turn = turn;
            this.options = options;
            this.request = request;
            this.uploaded = uploaded;
        }

        @Override
        public void onReply(ResponseHead head, byte[] body, int length) {
            turn.resume(context.worker(), () -> {
                TranscriptionReply reply = new TranscriptionReply(
                        request, head, options.get(TranscriptionOptions.FORMAT), FailurePolicy.of(context.target()));
                reply.read(body, length);
                reply.write(exchange.getMessage(), options.get(TranscriptionOptions.OUTPUT, "text"));
            });
        }

        @Override
        public void onFailure(FastRouterException failure) {
            turn.fail(context.worker(), failure.getStatus() == TOO_LARGE ? tooLarge(failure) : failure);
        }

        /** Gateways say it in many ways; this one says how large it was, and what can be done. */
        private FastRouterException tooLarge(FastRouterException failure) {
            return new FastRouterRequestException(
                    failure.getMessage() + "; the recording has " + uploaded
                            + " bytes. The option maxUploadSize refuses such recordings before they are sent",
                    failure.getDetails(),
                    failure.getCause());
        }
    }
}
