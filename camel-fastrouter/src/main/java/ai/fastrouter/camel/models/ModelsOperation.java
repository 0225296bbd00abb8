package ai.fastrouter.camel.models;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.OutgoingHeaders;
import ai.fastrouter.camel.exchange.ReplyHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.gateway.fault.FailurePolicy;
import ai.fastrouter.camel.gateway.fault.Failures;
import ai.fastrouter.camel.gateway.reply.ReplyListener;
import ai.fastrouter.camel.gateway.reply.WholeReply;
import ai.fastrouter.camel.model.GatewayModel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The gateway's models: {@code GET /models}. The body becomes a list of {@link GatewayModel} that can't be changed. Needs no key at
 * FastRouter; one is sent if there is one.
 */
public final class ModelsOperation implements OperationHandler {

    private final OperationContext context;
    private final OptionValues endpointOptions;
    private final OutgoingHeaders headers;
    private final ModelsCache cache;

    /** @throws IllegalArgumentException if an option of the endpoint is out of range */
    public ModelsOperation(OperationContext context) {
        this.context = context;
        this.endpointOptions = ModelsOptions.ALL.read(context.options());
        this.headers = new OutgoingHeaders(context.options());
        long keepMillis = endpointOptions.get(ModelsOptions.CACHE_TIME, 0L);
        this.cache =
                keepMillis > 0 ? new ModelsCache(TimeUnit.MILLISECONDS.toNanos(keepMillis), System::nanoTime) : null;
    }

    @Override
    public void start(Exchange exchange, Turn turn) throws Exception {
        OptionValues options = ModelsOptions.ALL.resolve(endpointOptions, exchange.getMessage());
        ModelFilter filter = new ModelFilter(
                options.get(ModelsOptions.OUTPUT_MODALITIES, List.of()),
                options.get(ModelsOptions.SUPPORTED_PARAMETERS, List.of()));
        GatewayRequest request = context.target().get("/models" + filter.query(), headers.of(exchange), "models");
        FailurePolicy policy = FailurePolicy.of(context.target());
        Fetching fetching = new Fetching(exchange, turn, filter, request, policy);
        WholeReply reply = new WholeReply(request, context.target().maxResponseSize(), policy, fetching);
        // nothing may throw between these two, or those who wait would wait for ever
        if (cache == null || cache.mustFetch(filter, new Waiting(exchange, turn))) {
            turn.send(context.client(), request, reply);
        }
    }

    private static void write(Message message, ModelList list) {
        message.setBody(list.models());
        ReplyHeaders.ofHead(message, list.head());
        ReplyHeaders.ofUsage(message, null);
        ReplyHeaders.ofAnswer(message, null, null, null);
        // these spoke of another body
        message.removeHeader(Exchange.CONTENT_TYPE);
        message.removeHeader(Exchange.CONTENT_LENGTH);
    }

    /** An exchange for which another one fetches the list, or for which it is there. */
    private final class Waiting implements ModelsCache.Waiter {

        private final Exchange exchange;
        private final Turn turn;

        Waiting(Exchange exchange, Turn turn) {
            this.exchange = exchange;
            this.turn = turn;
        }

        @Override
        public void onList(ModelList list) {
            turn.resume(context.worker(), () -> write(exchange.getMessage(), list));
        }

        @Override
        public void onFailure(FastRouterException failure) {
            turn.fail(context.worker(), failure);
        }
    }

    /** The exchange that fetches the list. */
    private final class Fetching implements ReplyListener {

        private final Exchange exchange;
        private final Turn turn;
        private final ModelFilter filter;
        private final GatewayRequest request;
        private final FailurePolicy policy;

        Fetching(Exchange exchange, Turn turn, ModelFilter filter, GatewayRequest request, FailurePolicy policy) {
            this.exchange = exchange;
            this.turn = turn;
            this.filter = filter;
            this.request = request;
            this.policy = policy;
        }

        @Override
        public void onReply(ResponseHead head, byte[] body, int length) {
            // lists are long: they are read on a worker
            boolean taken = turn.resume(context.worker(), () -> {
                try {
                    ModelList list = new ModelList(head, models(head, body, length));
                    write(exchange.getMessage(), list);
                    tell(list);
                } catch (FastRouterException e) {
                    tell(e);
                    throw e;
                } catch (RuntimeException | Error e) {
                    // whatever it is: those who wait would wait for ever
                    tell(new FastRouterException(
                            "The models can't be read", ErrorDetails.ofCode("unreadable_answer"), e));
                    throw e;
                }
            });
            if (!taken) {
                tell(FastRouterException.cancelled(
                        "The exchange that fetched the models was given up", ErrorDetails.ofCode("route_stopped")));
            }
        }

        private void tell(ModelList list) {
            if (cache != null) {
                cache.loaded(filter, list);
            }
        }

        private void tell(FastRouterException failure) {
            if (cache != null) {
                cache.failed(filter, failure);
            }
        }

        private List<GatewayModel> models(ResponseHead head, byte[] body, int length) throws FastRouterException {
            List<GatewayModel> models;
            try {
                models = ModelsReader.read(body, length, filter);
            } catch (IOException e) {
                models = null; // no JSON: the failure shows what it is
            }
            if (models == null) {
                throw Failures.ofResponse(request, head, body, length, policy);
            }
            return models;
        }

        @Override
        public void onFailure(FastRouterException failure) {
            turn.fail(context.worker(), failure);
            tell(failure);
        }
    }
}
