package ai.fastrouter.camel.test;

import ai.fastrouter.camel.test.answer.Guard;
import ai.fastrouter.camel.test.job.Jobs;
import ai.fastrouter.camel.test.server.Settings;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Settings of a {@link LocalGateway}. */
public final class LocalGatewayBuilder {

    private static final int JSON_LIMIT = 10 * 1024 * 1024;

    private int port;
    private String apiKey;
    private Duration latency = Duration.ZERO;
    private Duration chunkDelay = Duration.ZERO;
    private Duration jobTime = Duration.ZERO;
    private Path jobsFile;
    private SSLContext tls;
    private int keepBody = 1024 * 1024;
    private long uploadLimit;
    private int journalSize = 20_000;
    private int ioThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
    private int bufferSize = 4096;
    private boolean unchecked;

    LocalGatewayBuilder() {}

    /** The port on 127.0.0.1. Default 0: any free one. */
    public LocalGatewayBuilder port(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0..65535 but was " + port);
        }
        this.port = port;
        return this;
    }

    /** The only key that is accepted. Unset: any key that is not empty; a request without one gets 401. */
    public LocalGatewayBuilder apiKey(String key) {
        this.apiKey = key;
        return this;
    }

    /** How long every answer waits before its head is sent. Default 0. */
    public LocalGatewayBuilder latency(Duration latency) {
        this.latency = notNegative("latency", latency);
        return this;
    }

    /** How long a stream waits between two events. Default 0. */
    public LocalGatewayBuilder chunkDelay(Duration delay) {
        this.chunkDelay = notNegative("chunkDelay", delay);
        return this;
    }

    /**
     * How long a prompt-to-audio job takes: half of it in the queue, half in progress. Default 0: a job is queued at the
     * first poll, in progress at the second and done at the third.
     */
    public LocalGatewayBuilder jobTime(Duration time) {
        this.jobTime = notNegative("jobTime", time);
        return this;
    }

    /**
     * Keeps prompt-to-audio jobs in this file too, so that a gateway that is started with it later knows them: for trying out what
     * happens when both sides are restarted. Use a fixed {@link #port} then. Unset: in memory only.
     */
    public LocalGatewayBuilder jobsFile(Path file) {
        this.jobsFile = file;
        return this;
    }

    /** Serves HTTPS, HTTP/1.1 and HTTP/2 by negotiation. Default: plain HTTP/1.1. */
    public LocalGatewayBuilder tls(SSLContext context) {
        this.tls = context;
        return this;
    }

    /** How many bytes of a part, and of a body that is not JSON, the journal keeps. Default 1 MiB. JSON is kept whole. */
    public LocalGatewayBuilder keepBodyUpTo(int bytes) {
        this.keepBody = positive("keepBodyUpTo", bytes);
        return this;
    }

    /** How many requests the journal keeps. Default 20,000. */
    public LocalGatewayBuilder journalSize(int requests) {
        this.journalSize = positive("journalSize", requests);
        return this;
    }

    /** How many threads serve the connections. Default: one for each processor, at least two. */
    public LocalGatewayBuilder ioThreads(int threads) {
        this.ioThreads = positive("ioThreads", threads);
        return this;
    }

    /** The size of each connection's buffers in bytes. Default 4,096; larger is faster for large audio. */
    public LocalGatewayBuilder bufferSize(int bytes) {
        this.bufferSize = positive("bufferSize", bytes);
        return this;
    }

    /** How many bytes an audio file may have; a larger one gets 413. Default 0: any number. FastRouter documents 25 MB. */
    public LocalGatewayBuilder uploadLimit(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("uploadLimit must not be negative but was " + bytes);
        }
        this.uploadLimit = bytes;
        return this;
    }

    /**
     * Lets scripts answer wrong requests too, for tests of a client whose requests mean nothing to a gateway. Unset: what the real
     * gateways would refuse is refused, whatever is scripted. What no script answers is checked always.
     */
    public LocalGatewayBuilder unchecked() {
        this.unchecked = true;
        return this;
    }

    /** Starts a gateway with these settings. */
    public LocalGateway start() {
        return new LocalGateway(this);
    }

    Settings settings() {
        return new Settings(port, latency, chunkDelay, tls, keepBody, JSON_LIMIT, ioThreads, bufferSize);
    }

    Guard guard() {
        return new Guard(apiKey, JSON_LIMIT, uploadLimit);
    }

    Jobs jobs() {
        return new Jobs(jobTime, jobsFile);
    }

    int journalSize() {
        return journalSize;
    }

    boolean leavesUnchecked() {
        return unchecked;
    }

    boolean secure() {
        return tls != null;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative but was " + value);
        }
        return value;
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but was " + value);
        }
        return value;
    }
}
