package ai.fastrouter.camel.gateway.fault;

import ai.fastrouter.camel.gateway.ResponseHead;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Reads how long a gateway asks to wait. In this order: {@code retry-after-ms}; {@code Retry-After} in seconds, whole or
 * fractional, or as one of the three HTTP dates; {@code reset_at} in the body, an ISO date; for status 429
 * {@code X-RateLimit-Reset} in Unix seconds. What can't be read, is negative or has passed is skipped.
 */
final class RetryAfter {

    /** More digits before the point are no wait that anybody meant. */
    private static final int DIGITS_AT_MOST = 13;
    /** Unix times above this are in milliseconds: as seconds it is the year 5138. */
    private static final double SECONDS_AT_MOST = 1e11;

    private static final List<DateTimeFormatter> HTTP_DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    /** With an offset, or without and then in UTC. */
    private static final DateTimeFormatter ISO_DATE = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    /**
     * @param head    null when there is none
     * @param status  the status of the failure
     * @param resetAt the body's {@code reset_at}, or null
     * @param clock   tells what time it is if the response's {@code Date} does not
     * @return null when the gateway does not say
     */
    static Duration of(ResponseHead head, int status, String resetAt, Clock clock) {
        Duration wait = null;
        Instant now = now(head, clock);
        if (head != null) {
            wait = amount(head.header("retry-after-ms"), 1);
            String retryAfter = head.header("retry-after");
            wait = wait != null ? wait : amount(retryAfter, 1000);
            wait = wait != null ? wait : until(httpDate(retryAfter), now);
        }
        wait = wait != null ? wait : until(isoDate(resetAt), now);
        if (wait == null && head != null && status == 429) {
            wait = until(unixTime(head.header("x-ratelimit-reset")), now);
        }
        return wait;
    }

    private static Duration amount(String text, int millisPerUnit) {
        double number = number(text);
        return number < 0 ? null : Duration.ofMillis((long) Math.ceil(number * millisPerUnit));
    }

    private static Instant unixTime(String text) {
        double number = number(text);
        if (number < 0) {
            return null;
        }
        return Instant.ofEpochMilli((long) (number > SECONDS_AT_MOST ? number : number * 1000));
    }

    /** By the gateway's own clock where it shows it: the times it names are of that clock. */
    private static Instant now(ResponseHead head, Clock clock) {
        Instant date = head == null ? null : httpDate(head.header("date"));
        return date != null ? date : clock.instant();
    }

    private static Duration until(Instant time, Instant now) {
        if (time == null) {
            return null;
        }
        Duration wait = Duration.between(now, time);
        return wait.isNegative() ? null : wait;
    }

    /** Digits with at most one point among them; -1 for anything else. */
    private static double number(String text) {
        String digits = text == null ? "" : text.trim();
        int points = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return -1;
            }
        }
        boolean whole = digits.length() > points && points <= 1;
        int wholeDigits = points == 0 ? digits.length() : digits.indexOf('.');
        return whole && wholeDigits <= DIGITS_AT_MOST && digits.length() <= 2 * DIGITS_AT_MOST
                ? Double.parseDouble(digits)
                : -1;
    }

    private static Instant httpDate(String text) {
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter format : HTTP_DATES) {
            try {
                return Instant.from(format.parse(text.trim()));
            } catch (DateTimeException e) {
                continue; // the next form
            }
        }
        return null;
    }

    private static Instant isoDate(String text) {
        try {
            return text == null ? null : ISO_DATE.parse(text.trim(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
