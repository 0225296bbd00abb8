package ai.fastrouter.camel.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.error.ErrorCategory;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterQuotaException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.gateway.CannedHead;
import ai.fastrouter.camel.gateway.CannedRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");
    private static final FailurePolicy POLICY =
            new FailurePolicy(Duration.ofSeconds(60), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"429, 60, RATE_LIMIT", "429, 60.001, QUOTA", "503, 60, TRANSIENT", "503, 61, QUOTA", "400, 61, REQUEST"
    })
    void ofResponse_waitAtTheCap_decides(int status, String seconds, ErrorCategory category) {
        FastRouterException failure = ofResponse(CannedHead.of(status, "Retry-After", seconds), "");

        assertThat(failure.getCategory()).isEqualTo(category);
        assertThat(failure.getRetryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        if (category == ErrorCategory.QUOTA) {
            assertThat(failure).hasMessageContaining("more than maxRetryAfter=60000");
        } else {
            assertThat(failure.getMessage()).doesNotContain("maxRetryAfter");
        }
    }

    @Test
    void ofResponse_freeQuotaResetsAtMidnight_isQuotaWithTheWait() {
        FastRouterException failure = ofResponse(
                CannedHead.of(429),
                "{'error':{'message':'Daily limit','type':'rate_limit_error','reset_at':'2026-03-07T00:00:00Z'}}");

        assertThat(failure).isInstanceOf(FastRouterQuotaException.class);
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofHours(12));
    }

    @ParameterizedTest
    @CsvSource({
        "500, false, OTHER",
        "429, false, QUOTA",
        "408, FALSE, OTHER",
        "400, true, TRANSIENT",
        "404, True, TRANSIENT",
        "401, true, AUTHENTICATION",
        "402, true, QUOTA",
        "403, true, MODERATION",
        "429, true, RATE_LIMIT",
        "500, true, TRANSIENT",
        "500, maybe, TRANSIENT",
        "302, true, REQUEST"
    })
    void ofResponse_shouldRetryHeader_isHeeded(int status, String header, ErrorCategory category) {
        assertThat(ofResponse(CannedHead.of(status, "x-should-retry", header), "")
                        .getCategory())
                .isEqualTo(category);
    }

    @Test
    void ofResponse_redirect_saysWhatToDoAndHidesTheQuery() {
        FastRouterException failure =
                ofResponse(CannedHead.of(308, "Location", "https://other.test/v1?key=sk-1234"), "<p>Moved</p>");

        assertThat(failure)
                .isInstanceOf(FastRouterRequestException.class)
                .hasMessageContaining("status 308")
                .hasMessageContaining("baseUrl");
        assertThat(failure.getCode()).isEqualTo("redirect_not_followed");
        HttpOperationFailedException cause = (HttpOperationFailedException) failure.getCause();
        assertThat(cause.getRedirectLocation()).isEqualTo("https://other.test/v1");
    }

    @Test
    void ofResponse_keyEverywhere_isNowhereToBeSeen() {
        String key = CannedRequest.KEY;
        FastRouterException failure = ofResponse(
                CannedHead.of(401, "x-request-id", key, "x-echo", "Bearer " + key, "set-cookie", "s=1", "location", key)
                        .withReason(key),
                "{'error':{'message':'Bad key " + key + " or sk-v1-abcd','type':'" + key + "','code':'lr_live_77'}}");

        HttpOperationFailedException cause = (HttpOperationFailedException) failure.getCause();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String all = trace
                + failure.getDetails().toString()
                + cause.getResponseBody()
                + cause.getResponseHeaders()
                + cause.getStatusText()
                + cause.getUri()
                + cause.getRedirectLocation();
        assertThat(all)
                .contains("Bad key *** or ***")
                .doesNotContain(key)
                .doesNotContain("sk-v1")
                .doesNotContain("lr_live_77")
                .doesNotContain("in-the-query")
                .doesNotContain("me:pw")
                .doesNotContainIgnoringCase("set-cookie");
        assertThat(cause.getResponseHeaders()).containsEntry("X-ECHO", "Bearer ***");
    }

    @Test
    void ofResponse_messageWithLineBreaks_isOneLine() {
        FastRouterException failure = ofResponse(CannedHead.of(400), "{'error':{'message':'a\\nb\\u001b[2J\\r\\nc'}}");

        assertThat(failure).hasMessage("chat failed with status 400: a b [2J c");
    }

    @Test
    void ofResponse_nothingKnown_stillSaysSomething() {
        assertThat(ofResponse(CannedHead.of(500), ""))
                .hasMessage("chat failed with status 500: the gateway gave no reason");
        assertThat(ofResponse(CannedHead.of(500), "{'error':{'code':'E7'}}"))
                .hasMessage("chat failed with status 500: the gateway gave no reason but the code E7");
        assertThat(ofResponse(CannedHead.of(700), "").getCategory()).isEqualTo(ErrorCategory.OTHER);
    }

    @Test
    void ofResponse_bodyWithoutAMessage_isQuotedInTheCauseOnly() {
        FastRouterException refused = ofResponse(CannedHead.of(400), "{'error':{'input':'my prompt'}}");
        FastRouterException answered = ofResponse(CannedHead.of(200), "an answer in plain text");
        FastRouterException page = ofResponse(CannedHead.of(200), "<html><title>Log in</title>an answer</html>");

        assertThat(refused.getMessage()).doesNotContain("my prompt");
        assertThat(((HttpOperationFailedException) refused.getCause()).getResponseBody())
                .contains("my prompt");
        assertThat(answered).hasMessageContaining("that is not what was asked for");
        assertThat(answered.getMessage()).doesNotContain("an answer");
        assertThat(page).hasMessage("chat failed: Log in");
    }

    @Test
    void ofResponse_detailInOtherShapes_isRead() {
        assertThat(ofResponse(CannedHead.of(422), "{'detail':{'message':'m','type':'t','code':7}}"))
                .hasMessageContaining(": m")
                .satisfies(f -> assertThat(((FastRouterException) f).getCode()).isEqualTo("7"));
        assertThat(ofResponse(CannedHead.of(422), "{'detail':['one',{'msg':'two','loc':['a',0]}]}"))
                .hasMessageContaining(": one; a.0: two");
        assertThat(ofResponse(CannedHead.of(422), "{'detail':[]}")).hasMessageContaining("the gateway gave no reason");
        assertThat(ofResponse(CannedHead.of(400), "{'error':true,'message':'flat'}"))
                .hasMessageContaining(": flat");
        assertThat(ofResponse(CannedHead.of(400), "{'error':null,'message':'flat'}"))
                .hasMessageContaining(": flat");
    }

    @ParameterizedTest
    @CsvSource({"446.0, 446", "4.46e2, 446", "1e999999999, Infinity", "'\"x\"', x", "' \" \" ',", "true,", "1.5, 1.5"})
    void ofResponse_codeOfAnyKind_isText(String json, String code) {
        FastRouterException failure = ofResponse(CannedHead.of(400), "{'error':{'message':'m','code':" + json + "}}");

        assertThat(failure.getCode()).isEqualToIgnoringCase(code);
    }

    @Test
    void ofResponse_statusInBody_countsOnlyUnder2xx() {
        assertThat(ofResponse(CannedHead.of(500), "{'error':{'message':'m','code':429}}")
                        .getStatus())
                .isEqualTo(500);
        FastRouterException failure = ofResponse(CannedHead.of(200), "{'error':{'message':'m','code':429}}");
        assertThat(failure).isInstanceOf(FastRouterRateLimitException.class).hasMessageContaining("status 429");
        assertThat(failure.getStatus()).isEqualTo(429);
        assertThat(((HttpOperationFailedException) failure.getCause()).getStatusCode())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'code':502,'message':'m'} | 502 | TRANSIENT",
                "{'code':'429','message':'m'} | 429 | RATE_LIMIT",
                "{'status':401,'code':'x','message':'m'} | 401 | AUTHENTICATION",
                "{'status':200,'code':399,'message':'m'} | 200 | OTHER",
                "{'status':'5xx','message':'m'} | 200 | OTHER",
                "{'type':'rate_limit_error','message':'m'} | 200 | RATE_LIMIT",
                "{'code':'insufficient_quota','message':'m'} | 200 | QUOTA",
                "{'type':'billing_error','message':'m'} | 200 | QUOTA",
                "{'code':'invalid_api_key','type':'invalid_request_error','message':'m'} | 200 | AUTHENTICATION",
                "{'type':'guardrail_error','message':'m'} | 200 | MODERATION",
                "{'type':'content_filter','message':'m'} | 200 | MODERATION",
                "{'type':'invalid_request_error','message':'m'} | 200 | REQUEST",
                "{'type':'server_error','message':'m'} | 200 | TRANSIENT",
                "{'type':'OVERLOADED_error','message':'m'} | 200 | TRANSIENT",
                "{'message':'m'} | 200 | OTHER",
                "'m' | 200 | OTHER",
                "{'error':{'code':446,'message':'m'},'choices':[]} | 446 | MODERATION",
                "{'error':'m'} | 200 | OTHER"
            })
    void ofError_insideAnAnswer_isJudgedByWhatItSays(String error, int status, ErrorCategory category)
            throws Exception {
        FastRouterException failure =
                Failures.ofError(CannedRequest.chat(), CannedHead.of(200, "x-request-id", "r"), json(error), POLICY);

        assertThat(failure.getCategory()).isEqualTo(category);
        assertThat(failure.getStatus()).isEqualTo(status);
        assertThat(failure.getRequestId()).isEqualTo("r");
        assertThat(failure)
                .hasMessage(
                        status == 200
                                ? "chat failed: m (request id r)"
                                : "chat failed with status " + status + ": m (request id r)")
                .hasCauseInstanceOf(HttpOperationFailedException.class);
    }

    @Test
    void ofError_withoutHead_worksAllTheSame() throws Exception {
        FastRouterException named = Failures.ofError(
                CannedRequest.chat(), null, json("{'status':446,'type':'guardrail_error','message':'no'}"), POLICY);
        FastRouterException unnamed =
                Failures.ofError(CannedRequest.chat(), null, json("{'type':'server_error'}"), POLICY);

        assertThat(named).isInstanceOf(FastRouterModerationException.class);
        assertThat(named.getStatus()).isEqualTo(446);
        assertThat(unnamed).isInstanceOf(FastRouterTransientException.class).hasNoCause();
        assertThat(unnamed.getStatus()).isZero();
    }

    @Test
    void tooLarge_namesOptionAndCode() {
        FastRouterException failure = Failures.tooLarge(CannedRequest.chat(), CannedHead.of(200), 100);

        assertThat(failure).hasMessageContaining("chat").hasMessageContaining("maxResponseSize=100");
        assertThat(failure.getCode()).isEqualTo("response_too_large");
        assertThat(failure.getModel()).isEqualTo("openai/gpt-4o");
    }

    @Test
    void ofResponse_anyBytes_neverThrows() {
        Random random = new Random(9);
        String alphabet = "{}[]\":,errormsgcdtailtye0123456789 \\u<>/sk-bearer\u00e9";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder body = new StringBuilder(random.nextBoolean() ? "{\"error\":{\"message\":" : "");
            for (int i = random.nextInt(60); i > 0; i--) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            FastRouterException failure = ofResponse(CannedHead.of(400 + random.nextInt(200)), body.toString());
            assertThat(failure.getMessage()).startsWith("chat failed with status ");
        }
        assertThat(ofResponse(CannedHead.of(400), "[".repeat(20_000))).hasMessageContaining("[[[");
    }

    private static FastRouterException ofResponse(CannedHead head, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Failures.ofResponse(CannedRequest.chat(), head, bytes, bytes.length, POLICY);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
