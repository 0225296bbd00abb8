package ai.fastrouter.camel.job;

import ai.fastrouter.camel.exchange.InvalidValueException;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import ai.fastrouter.camel.exchange.OptionSource;
import ai.fastrouter.camel.exchange.OptionType;
import ai.fastrouter.camel.exchange.OptionTypes;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.gateway.Timeouts;
import ai.fastrouter.camel.job.fetch.FetchRules;
import ai.fastrouter.camel.job.poll.PollPace;
import ai.fastrouter.camel.job.poll.PollSettings;
import java.time.Duration;
import org.apache.camel.spi.AggregationRepository;

/** The options of prompt-to-audio that belong to an endpoint, checked. Durations are in milliseconds. */
final class JobOptions {

    private static final OptionSet SET = new OptionSet();
    private static final Option<Long> POLL_DELAY = SET.add("jobPollDelay", null, atLeast(1));
    private static final Option<Double> POLL_MULTIPLIER = SET.add("jobPollMultiplier", null, OptionTypes.number(1, 10));
    private static final Option<Long> POLL_MAX_DELAY = SET.add("jobPollMaxDelay", null, atLeast(1));
    private static final Option<Double> POLL_JITTER = SET.add("jobPollJitter", null, OptionTypes.number(0, 1));
    private static final Option<Integer> GRACE_POLLS =
            SET.add("jobGracePolls", null, OptionTypes.integer(0, Integer.MAX_VALUE));
    private static final Option<Long> TIMEOUT = SET.add("jobTimeout", null, atLeast(1));
    private static final Option<Integer> CONCURRENT_POLLS =
            SET.add("maxConcurrentPolls", null, OptionTypes.integer(1, Integer.MAX_VALUE));
    private static final Option<Integer> CONCURRENT_DOWNLOADS =
            SET.add("maxConcurrentDownloads", null, OptionTypes.integer(1, Integer.MAX_VALUE));
    private static final Option<Integer> MESSAGES_PER_POLL =
            SET.add("maxMessagesPerPoll", null, OptionTypes.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
    private static final Option<Integer> REDELIVERIES =
            SET.add("maximumRedeliveries", null, OptionTypes.integer(-1, Integer.MAX_VALUE));
    private static final Option<Long> REDELIVERY_DELAY = SET.add("jobRedeliveryDelay", null, atLeast(0));
    private static final Option<String> DEAD_LETTER = SET.add("deadLetterUri", null, OptionTypes.text());
    private static final Option<Long> NODE_TIMEOUT = SET.add("nodeTimeout", null, atLeast(1000));
    private static final Option<Long> SCAN_DELAY = SET.add("repositoryScanDelay", null, atLeast(100));
    private static final Option<Boolean> DOWNLOAD = SET.add("download", null, OptionTypes.bool());
    private static final Option<Boolean> ALLOW_HTTP = SET.add("allowHttpDownload", null, OptionTypes.bool());
    private static final Option<Boolean> ALLOW_PRIVATE = SET.add("allowPrivateAddresses", null, OptionTypes.bool());
    private static final Option<Long> DOWNLOAD_SIZE = SET.add("maxDownloadSize", null, atLeast(0));
    private static final Option<Long> DOWNLOAD_TIMEOUT = SET.add("downloadTimeout", null, atLeast(0));
    private static final Option<String> DOWNLOAD_TYPES = SET.add("downloadTypes", null, OptionTypes.text());
    private static final Option<Integer> PENDING =
            SET.add("maxPendingJobs", null, OptionTypes.integer(1, Integer.MAX_VALUE));
    private static final Option<Object> REPOSITORY = SET.add("aggregationRepository", null, OptionTypes.any());
    private static final Option<String> RESPONSE_URL = SET.add("responseUrl", null, OptionTypes.text());
    private static final Option<Object> HEADERS = SET.add("jobHeaders", null, OptionTypes.any());

    private final OptionValues values;

    private JobOptions(OptionValues values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException if one is out of range; the text names it, the value and the range */
    static JobOptions read(OptionSource source) {
        return new JobOptions(SET.read(source));
    }

    private static OptionType<Long> atLeast(long least) {
        OptionType<Long> whole = OptionTypes.whole();
        return value -> {
            Long number = whole.convert(value);
            if (number < least) {
                throw new InvalidValueException(value, "a whole number of at least " + least);
            }
            return number;
        };
    }

    PollSettings polls() {
        PollPace pace = new PollPace(
                Duration.ofMillis(values.get(POLL_DELAY)),
                values.get(POLL_MULTIPLIER),
                Duration.ofMillis(values.get(POLL_MAX_DELAY)),
                values.get(POLL_JITTER));
        return new PollSettings(
                pace, values.get(GRACE_POLLS), Duration.ofMillis(values.get(TIMEOUT)), values.get(CONCURRENT_POLLS));
    }

    FetchRules fetchRules(Timeouts timeouts) {
        return new FetchRules(
                values.get(ALLOW_HTTP),
                values.get(DOWNLOAD_SIZE),
                FetchRules.types(values.get(DOWNLOAD_TYPES)),
                new Timeouts(timeouts.connect(), timeouts.firstByte(), timeouts.idle(), values.get(DOWNLOAD_TIMEOUT)));
    }

    int maxConcurrentDownloads() {
        return values.get(CONCURRENT_DOWNLOADS);
    }

    /** 0 or less for no limit. */
    int maxMessagesPerPoll() {
        return values.get(MESSAGES_PER_POLL, 0);
    }

    /** Null when unset. */
    Integer maximumRedeliveries() {
        return values.get(REDELIVERIES);
    }

    long redeliveryDelay() {
        return values.get(REDELIVERY_DELAY);
    }

    /** Null when unset. */
    String deadLetterUri() {
        return values.get(DEAD_LETTER);
    }

    Duration nodeTimeout() {
        return Duration.ofMillis(values.get(NODE_TIMEOUT));
    }

    long scanDelay() {
        return values.get(SCAN_DELAY);
    }

    boolean download() {
        return values.get(DOWNLOAD, true);
    }

    boolean allowPrivateAddresses() {
        return values.get(ALLOW_PRIVATE);
    }

    int maxPendingJobs() {
        return values.get(PENDING);
    }

    /** Null when unset. */
    AggregationRepository repository() {
        return (AggregationRepository) values.get(REPOSITORY);
    }

    /** Null when unset. */
    String responseUrl() {
        return values.get(RESPONSE_URL);
    }

    /** Null when unset. */
    String jobHeaders() {
        Object pattern = values.get(HEADERS);
        return pattern == null ? null : pattern.toString();
    }
}
