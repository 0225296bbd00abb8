package ai.fastrouter.camel.operations.tracing;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.observe.CallInfo;
import ai.fastrouter.camel.exchange.observe.CallResult;
import ai.fastrouter.camel.model.TokenUsage;
import ai.fastrouter.camel.operations.Monitored;
import ai.fastrouter.camel.operations.SafeUri;
import ai.fastrouter.camel.operations.stats.EndpointFacts;
import java.util.Locale;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.URISupport;

/** Writes what is known of a call into a span. Never a prompt or an answer. */
final class GenAiAttributes {

    /** A span. */
    interface Span {
        void text(String name, String value);

        void number(String name, long value);
    }

    private GenAiAttributes() {}

    /** The name of a span: the operation, and the endpoint's model if it has one. */
    static String name(Endpoint endpoint) {
        return name(facts(endpoint));
    }

    static String name(EndpointFacts facts) {
        if (facts == null) {
            return "fastrouter";
        }
        return facts.model() == null ? facts.operation() : facts.operation() + " " + facts.model();
    }

    static void before(Span span, Exchange exchange, Endpoint endpoint) {
        EndpointFacts facts = facts(endpoint);
        SpanFacts.lay(exchange, facts);
        String uri = SafeUri.of(endpoint.getEndpointUri());
        span.text("camel.uri", uri);
        String query = URISupport.extractQuery(uri);
        if (query != null) {
            span.text("url.query", query);
        }
        request(span, facts);
    }

    /** What is known before the call; of an endpoint that is not known, nothing. */
    static void request(Span span, EndpointFacts facts) {
        if (facts != null) {
            span.text("gen_ai.operation.name", facts.operation());
            span.text("gen_ai.provider.name", facts.server().system());
            span.text("gen_ai.system", facts.server().system());
            span.text("server.address", facts.server().address());
            span.number("server.port", facts.server().port());
        }
    }

    /**
     * The call, and how it ended if it has.
     *
     * @return the facts of a call that goes on, as a stream does; else null
     */
    static SpanFacts after(Span span, Exchange exchange) {
        SpanFacts facts = SpanFacts.take(exchange);
        if (facts == null || facts.call() == null) {
            return null;
        }
        call(span, facts.call());
        CallResult result = facts.result();
        if (result == null) {
            return facts;
        }
        if (result.failure() == null) {
            text(
                    span,
                    "gen_ai.response.id",
                    exchange.getMessage().getHeader(FastRouterConstants.RESPONSE_ID, String.class));
        }
        result(span, result);
        return null;
    }

    static void call(Span span, CallInfo call) {
        text(span, "gen_ai.request.model", call.model());
    }

    static void result(Span span, CallResult result) {
        text(span, "gen_ai.response.model", result.responseModel());
        text(span, "gen_ai.response.finish_reasons", result.finishReason());
        text(span, "fastrouter.request_id", result.requestId());
        if (result.failure() != null) {
            String status = result.status() >= 400 ? Integer.toString(result.status()) : null;
            span.text(
                    "error.type",
                    status != null ? status : result.failure().name().toLowerCase(Locale.ROOT));
        }
        if (result.status() != 0) {
            span.number("http.response.status_code", result.status());
        }
        if (result.usage() != null) {
            usage(span, result.usage());
        }
    }

    private static void usage(Span span, TokenUsage usage) {
        number(span, "gen_ai.usage.input_tokens", usage.promptTokens());
        number(span, "gen_ai.usage.output_tokens", usage.completionTokens());
        text(
                span,
                "gen_ai.usage.cost",
                usage.cost() == null ? null : usage.cost().toPlainString());
        text(span, "fastrouter.provider", usage.provider());
    }

    private static void text(Span span, String name, String value) {
        if (value != null) {
            span.text(name, value);
        }
    }

    private static void number(Span span, String name, Long value) {
        if (value != null) {
            span.number(name, value);
        }
    }

    private static EndpointFacts facts(Endpoint endpoint) {
        return endpoint instanceof DefaultEndpoint known && known.getComponent() instanceof Monitored component
                ? component.getMonitoring().endpoints().facts(URISupport.sanitizeUri(endpoint.getEndpointUri()))
                : null;
    }
}
