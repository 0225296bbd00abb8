package ai.fastrouter.camel.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.gateway.CannedHead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "20, 20000",
        "0, 0",
        "' 7 ', 7000",
        "1.5, 1500",
        "0.0001, 1",
        ".5, 500",
        "3., 3000",
        "'Fri, 06 Mar 2026 12:00:30 GMT', 30000",
        "'Friday, 06-Mar-26 12:00:30 GMT', 30000",
        "'Fri Mar  6 12:00:30 2026', 30000",
        "'Fri, 06 Mar 2026 12:00:00 GMT', 0",
        "86400, 86400000"
    })
    void of_retryAfter_isRead(String value, long millis) {
        assertThat(wait(503, null, "Retry-After", value)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1",
                "+1",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "1d",
                "1.2.3",
                ".",
                "1,5",
                "٣",
                "99999999999999",
                "Fri, 06 Mar 2026 11:59:59 GMT",
                "Sat, 06 Mar 2026 12:00:30 GMT",
                "2026-03-06"
            })
    void of_junkOrPast_isSkipped(String value) {
        assertThat(wait(429, null, "Retry-After", value)).isNull();
        assertThat(wait(429, null, "Retry-After", value, "X-RateLimit-Reset", "1772798405"))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void of_manyHints_takesTheMostExact() {
        String[] all = {"retry-after-ms", "250", "retry-after", "2", "x-ratelimit-reset", "1772798409"};
        String resetAt = "2026-03-06T12:00:04Z";

        assertThat(wait(429, resetAt, all)).isEqualTo(Duration.ofMillis(250));
        all[1] = "junk";
        assertThat(wait(429, resetAt, all)).isEqualTo(Duration.ofSeconds(2));
        all[3] = "-2";
        assertThat(wait(429, resetAt, all)).isEqualTo(Duration.ofSeconds(4));
        assertThat(wait(429, null, all)).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T12:00:04Z, 4000",
        "2026-03-06T13:00:04+01:00, 4000",
        "2026-03-06T12:00:00.25Z, 250",
        "2026-03-06T12:00:04, 4000",
        "2026-03-07T00:00:00Z, 43200000"
    })
    void of_resetAt_isRead(String resetAt, long millis) {
        assertThat(wait(429, resetAt)).isEqualTo(Duration.ofMillis(millis));
        assertThat(RetryAfter.of(null, 0, resetAt, CLOCK)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-03-06", "2026-03-06T11:59:59Z", "2026-03-06T11:59:59"})
    void of_resetAtJunkOrPast_isSkipped(String resetAt) {
        assertThat(wait(429, resetAt)).isNull();
    }

    @Test
    void of_gatewaysClockIsWrong_waitIsByItsOwnClock() {
        String date = "Fri, 06 Mar 2026 11:00:00 GMT";
        assertThat(wait(429, null, "Date", date, "Retry-After", "Fri, 06 Mar 2026 11:00:07 GMT"))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(wait(429, "2026-03-06T11:00:08Z", "Date", date)).isEqualTo(Duration.ofSeconds(8));
        assertThat(wait(429, null, "Date", date, "X-RateLimit-Reset", "1772794809"))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(wait(429, "2026-03-06T12:00:04Z", "Date", "today")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void of_rateLimitReset_countsFor429Only() {
        assertThat(wait(429, null, "X-RateLimit-Reset", "1772798430")).isEqualTo(Duration.ofSeconds(30));
        assertThat(wait(429, null, "X-RateLimit-Reset", "1772798430000")).isEqualTo(Duration.ofSeconds(30));
        assertThat(wait(503, null, "X-RateLimit-Reset", "1772798430")).isNull();
        assertThat(wait(429, null, "X-RateLimit-Reset", "1772798399")).isNull();
        assertThat(wait(429, null, "X-RateLimit-Reset", "6m0s")).isNull();
        assertThat(wait(429, null, "X-RateLimit-Reset", "30")).isNull();
    }

    private static Duration wait(int status, String resetAt, String... headers) {
        return RetryAfter.of(CannedHead.of(status, headers), status, resetAt, CLOCK);
    }
}
