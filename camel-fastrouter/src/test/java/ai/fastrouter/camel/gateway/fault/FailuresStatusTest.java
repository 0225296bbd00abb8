package ai.fastrouter.camel.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.CannedHead;
import ai.fastrouter.camel.gateway.CannedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status a gateway is known to send, in every envelope it may come in. */
class FailuresStatusTest {

    private static final FailurePolicy POLICY = new FailurePolicy(Duration.ofSeconds(60), Clock.systemUTC());

    /** An envelope; in it {@code T} stands for the type, {@code C} for the code. What is null is not transported by it. */
    enum Envelope {
        FULL("{'error':{'message':'It broke','type':'T','code':'C','status':599}}", true, true, "It broke"),
        WITHOUT_CODE("{'error':{'message':'It broke','type':'T'}}", true, false, "It broke"),
        NUMERIC_CODE("{'error':{'code':446,'type':'T','message':'It broke','guardrails':{}}}", true, false, "It broke"),
        STRING("{'error':'It broke'}", false, false, "It broke"),
        QUOTA_FIELDS(
                "{'error':{'message':'It broke','type':'T','code':'C','quota_limit':10,'quota_used':10,'reset_at':'x'}}",
                true,
                true,
                "It broke"),
        NULLABLE("{'error':{'message':'It broke','type':'T','param':null,'code':null}}", true, false, "It broke"),
        FLAT("{'code':'C','message':'It broke'}", false, true, "It broke"),
        DETAIL("{'detail':'It broke'}", false, false, "It broke"),
        DETAIL_LIST(
                "{'detail':[{'loc':['body','prompt'],'msg':'It broke','type':'missing'}]}",
                false,
                false,
                "body.prompt: It broke"),
        IN_A_LIST("[{'error':{'message':'It broke','type':'T','code':'C'}}]", true, true, "It broke"),
        JSON_TEXT("'It broke'", false, false, "It broke"),
        TEXT("It broke", false, false, "It broke"),
        HTML(
                "<!doctype html><html><head><TITLE>It broke</TITLE></head><body>x</body></html>",
                false,
                false,
                "It broke"),
        CUT_JSON("{'error':{'message':'It broke", false, false, "It broke"),
        EMPTY("", false, false, "Reason Phrase");

        final String template;
        final boolean hasType;
        final boolean hasCode;
        final String shown;

        Envelope(String template, boolean hasType, boolean hasCode, String shown) {
            this.template = template.replace('\'', '"');
            this.hasType = hasType;
            this.hasCode = hasCode;
            this.shown = shown;
        }
    }

    /** A row of the table of statuses; the category it has with its type and code, and the one it has by status alone. */
    record Row(int status, String type, String code, ErrorCategory named, ErrorCategory bare) {
        Row(int status, String type, String code, ErrorCategory category) {
            this(status, type, code, category, category);
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row(301, "none", "none", ErrorCategory.REQUEST),
            new Row(400, "invalid_request_error", "bad", ErrorCategory.REQUEST),
            new Row(400, "invalid_request_error", "free_slug_not_enabled", ErrorCategory.REQUEST),
            new Row(401, "authentication_error", "invalid_api_key", ErrorCategory.AUTHENTICATION),
            new Row(402, "billing_error", "insufficient_credits", ErrorCategory.QUOTA),
            new Row(402, "billing_error", "payment_required", ErrorCategory.QUOTA),
            new Row(403, "moderation_error", "flagged", ErrorCategory.MODERATION),
            new Row(
                    403,
                    "permission_error",
                    "permission_error",
                    ErrorCategory.AUTHENTICATION,
                    ErrorCategory.MODERATION),
            new Row(403, "forbidden_error", "forbidden_error", ErrorCategory.AUTHENTICATION, ErrorCategory.MODERATION),
            new Row(403, "quota_exceeded", "quota_exceeded", ErrorCategory.QUOTA, ErrorCategory.MODERATION),
            new Row(404, "not_found", "model_not_found", ErrorCategory.REQUEST),
            new Row(408, "timeout", "timeout", ErrorCategory.TRANSIENT),
            new Row(409, "conflict", "conflict", ErrorCategory.TRANSIENT),
            new Row(413, "invalid_request_error", "too_large", ErrorCategory.REQUEST),
            new Row(418, "teapot", "teapot", ErrorCategory.REQUEST),
            new Row(422, "validation", "validation", ErrorCategory.REQUEST),
            new Row(429, "rate_limit_error", "rate_limited", ErrorCategory.RATE_LIMIT),
            new Row(429, "free_quota_exceeded", "free_quota_exceeded", ErrorCategory.QUOTA, ErrorCategory.RATE_LIMIT),
            new Row(429, "quota_exceeded", "quota_exceeded", ErrorCategory.QUOTA, ErrorCategory.RATE_LIMIT),
            new Row(429, "insufficient_quota", "insufficient_quota", ErrorCategory.QUOTA, ErrorCategory.RATE_LIMIT),
            new Row(446, "guardrail_error", "guardrail_error", ErrorCategory.MODERATION),
            new Row(500, "server_error", "internal", ErrorCategory.TRANSIENT),
            new Row(502, "server_error", "bad_gateway", ErrorCategory.TRANSIENT),
            new Row(503, "server_error", "no_provider", ErrorCategory.TRANSIENT),
            new Row(504, "server_error", "timeout", ErrorCategory.TRANSIENT),
            new Row(520, "cdn", "cdn", ErrorCategory.TRANSIENT),
            new Row(524, "cdn", "cdn", ErrorCategory.TRANSIENT),
            new Row(529, "overloaded_error", "overloaded", ErrorCategory.TRANSIENT));

    static Stream<Arguments> everyRowInEveryEnvelope() {
        List<Arguments> all = new ArrayList<>();
        for (Row row : ROWS) {
            for (Envelope envelope : Envelope.values()) {
                all.add(Arguments.of(row, envelope));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyRowInEveryEnvelope")
    void ofResponse_rowInEnvelope_isTheRightFailure(Row row, Envelope envelope) {
        byte[] body = envelope.template
                .replace("\"T\"", '"' + row.type + '"')
                .replace("\"C\"", '"' + row.code + '"')
                .getBytes(StandardCharsets.UTF_8);
        CannedHead head = CannedHead.of(row.status, "x-request-id", "req-7").withReason("Reason Phrase");

        FastRouterException failure = Failures.ofResponse(CannedRequest.chat(), head, body, body.length, POLICY);

        boolean named = envelope.hasType || envelope.hasCode;
        ErrorCategory category = named ? row.named : row.bare;
        assertThat(failure.getCategory()).isEqualTo(category);
        assertThat(failure).isExactlyInstanceOf(classOf(category));
        assertThat(failure.getStatus()).isEqualTo(row.status);
        assertThat(failure.getOperation()).isEqualTo("chat");
        assertThat(failure.getModel()).isEqualTo("openai/gpt-4o");
        assertThat(failure.getRequestId()).isEqualTo("req-7");
        assertThat(failure.getRetryAfter()).isNull();
        assertThat(failure.getType()).isEqualTo(envelope.hasType ? row.type : null);
        if (row.status != 301) {
            assertThat(failure.getCode()).isEqualTo(code(row, envelope));
            assertThat(failure.getMessage())
                    .startsWith("chat failed with status " + row.status + ": ")
                    .contains(envelope.shown)
                    .endsWith(" (request id req-7)");
        }
        HttpOperationFailedException cause = (HttpOperationFailedException) failure.getCause();
        assertThat(cause.getStatusCode()).isEqualTo(row.status);
        assertThat(cause.getStatusText()).isEqualTo("Reason Phrase");
        assertThat(cause.getResponseBody()).isEqualTo(new String(body, StandardCharsets.UTF_8));
        assertThat(cause.getUri()).isEqualTo("https://api.example.test:8443/api/v1/chat/completions");
        assertThat(cause.getResponseHeaders()).containsEntry("X-Request-Id", "req-7");
    }

    private static String code(Row row, Envelope envelope) {
        if (envelope == Envelope.NUMERIC_CODE) {
            return "446";
        }
        return envelope.hasCode ? row.code : null;
    }

    private static Class<? extends FastRouterException> classOf(ErrorCategory category) {
        return switch (category) {
            case TRANSIENT -> FastRouterTransientException.class;
            case RATE_LIMIT -> FastRouterRateLimitException.class;
            case REQUEST -> FastRouterRequestException.class;
            case AUTHENTICATION -> FastRouterAuthenticationException.class;
            case QUOTA -> FastRouterQuotaException.class;
            case MODERATION -> FastRouterModerationException.class;
            default -> FastRouterException.class;
        };
    }
}
