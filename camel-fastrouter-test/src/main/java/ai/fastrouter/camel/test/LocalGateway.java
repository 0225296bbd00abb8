package ai.fastrouter.camel.test;

import ai.fastrouter.camel.test.answer.Answers;
import ai.fastrouter.camel.test.job.Jobs;
import ai.fastrouter.camel.test.journal.Journal;
import ai.fastrouter.camel.test.journal.Received;
import ai.fastrouter.camel.test.server.Brain;
import ai.fastrouter.camel.test.server.GatewayServer;
import ai.fastrouter.camel.test.server.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An AI gateway in this process: a real HTTP server on the loopback address that speaks the wire format of FastRouter and
 * ARouter. It refuses wrong requests as the real ones do and answers every other one sensibly, or, with {@link #on} and its
 * sisters, with what a test wants, faults included. Thread-safe.
 */
public final class LocalGateway implements AutoCloseable {

    private static final Reply DEFAULT = Reply.byDefault();
    private static final long JOURNAL_BYTES = 64L * 1024 * 1024;

    private final List<Stub> stubs = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final Jobs jobs;
    private final Answers answers;
    private final boolean unchecked;
    private final Worker worker;
    private final GatewayServer server;
    private final String root;

    LocalGateway(LocalGatewayBuilder builder) {
        journal = new Journal(builder.journalSize(), JOURNAL_BYTES);
        jobs = builder.jobs();
        answers = new Answers(builder.guard(), jobs);
        unchecked = builder.leavesUnchecked();
        worker = new Worker("local-gateway-worker");
        server = new GatewayServer(builder.settings(), new Script());
        root = (builder.secure() ? "https" : "http") + "://127.0.0.1:" + server.port();
        jobs.servedAt(root);
    }

    /** Starts a gateway on a free port that accepts any key. */
    public static LocalGateway start() {
        return builder().start();
    }

    /** Settings for a gateway that is not started yet. */
    public static LocalGatewayBuilder builder() {
        return new LocalGatewayBuilder();
    }

    /** The FastRouter base URL with its version prefix: {@code http://127.0.0.1:PORT/api/v1}. */
    public String baseUrl() {
        return root + "/api/v1";
    }

    /** The ARouter base URL with its version prefix: {@code http://127.0.0.1:PORT/v1}. */
    public String arouterUrl() {
        return root + "/v1";
    }

    /** Where the gateway serves audio of that name, for scripted jobs; answered by {@link #onDownload()} or with 404. */
    public String mediaUrl(String name) {
        return root + "/media/" + name;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Scripts the answers to requests that pass all matchers, in their order. */
    public Stub on(RequestMatcher... matchers) {
        RequestMatcher all = RequestMatcher.any();
        for (RequestMatcher matcher : matchers) {
            all = all.and(matcher);
        }
        Stub stub = new Stub(all);
        stubs.add(0, stub);
        return stub;
    }

    /** Scripts the answers to chat completions. */
    public Stub onChat() {
        return on(RequestMatcher.operation(Operation.CHAT));
    }

    /** Scripts the answers to text-to-speech requests. */
    public Stub onSpeech() {
        return on(RequestMatcher.operation(Operation.SPEECH));
    }

    /** Scripts the answers to transcriptions. */
    public Stub onTranscription() {
        return on(RequestMatcher.operation(Operation.TRANSCRIPTION));
    }

    /** Scripts the answers to translations. */
    public Stub onTranslation() {
        return on(RequestMatcher.operation(Operation.TRANSLATION));
    }

    /** Scripts the answers to model lists. */
    public Stub onModels() {
        return on(RequestMatcher.operation(Operation.MODELS));
    }

    /** Scripts the answers to prompt-to-audio submits. */
    public Stub onSubmit() {
        return on(RequestMatcher.operation(Operation.SUBMIT));
    }

    /** Scripts the answers to prompt-to-audio polls. */
    public Stub onPoll() {
        return on(RequestMatcher.operation(Operation.POLL));
    }

    /** Scripts the answers to downloads of finished audio. */
    public Stub onDownload() {
        return on(RequestMatcher.operation(Operation.DOWNLOAD));
    }

    /** The requests received so far, oldest first, as many as the journal keeps. */
    public List<RecordedRequest> requests() {
        return journal.all();
    }

    /** The requests of one operation received so far, oldest first. */
    public List<RecordedRequest> requests(Operation operation) {
        return journal.all().stream().filter(r -> r.operation() == operation).toList();
    }

    /** How many requests were received, also those the journal no longer keeps. */
    public long requestCount() {
        return journal.count();
    }

    /** The newest request; fails when there is none. */
    public RecordedRequest lastRequest() {
        RecordedRequest last = journal.last();
        if (last == null) {
            throw new AssertionError("The gateway has received no request");
        }
        return last;
    }

    /** The oldest request not taken yet, waiting for it at most so long; fails when none came. */
    public RecordedRequest takeRequest(Duration limit) {
        try {
            RecordedRequest request = journal.take(limit);
            if (request == null) {
                throw new AssertionError("The gateway has received no further request within " + limit);
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a request", e);
        }
    }

    /** How many connections are open. */
    public int openConnections() {
        return server.openConnections();
    }

    /** The most connections that were open at once since the start or the last {@link #reset()}. */
    public int peakConnections() {
        return server.peakConnections();
    }

    /** How many requests have begun to arrive and are not fully answered. */
    public int activeRequests() {
        return server.activeRequests();
    }

    /** Forgets scripts, journal and jobs. Connections stay open and answers under way go on. */
    public void reset() {
        stubs.clear();
        journal.clear();
        jobs.reset();
        server.resetPeak();
    }

    /** Closes every connection and ends every thread. Does nothing when closed already. */
    @Override
    public void close() {
        server.close();
        worker.close();
    }

    private final class Script implements Brain {

        @Override
        public void answer(Received request, Consumer<Reply> answer) {
            journal.add(request);
            // Before any script is asked: a test must not pass with a request that the real gateways refuse.
            boolean checked = !unchecked && request.operation() != Operation.OTHER;
            Reply refusal = checked ? answers.refusal(request) : null;
            Reply scripted = refusal == null ? scripted(request) : refusal;
            if (!scripted.concrete() && answers.slow(request)) {
                worker.execute(() -> answer.accept(resolved(scripted, request, checked)));
            } else {
                answer.accept(resolved(scripted, request, checked));
            }
        }

        private Reply resolved(Reply reply, Received request, boolean checked) {
            try {
                return reply.resolve(request, known -> byDefault(request, checked));
            } catch (RuntimeException e) {
                return failed(e);
            }
        }

        private Reply byDefault(Received request, boolean checked) {
            Reply refusal = checked ? null : answers.refusal(request);
            return refusal == null ? answers.to(request) : refusal;
        }

        private Reply scripted(Received request) {
            try {
                for (Stub stub : stubs) {
                    Reply reply = stub.next(request);
                    if (reply != null) {
                        return reply;
                    }
                }
                return DEFAULT;
            } catch (RuntimeException e) {
                return failed(e);
            }
        }

        private Reply failed(RuntimeException e) {
            return Reply.error(500, Envelope.E1, "The script failed: " + e);
        }

        @Override
        public void abandoned(Received request) {
            journal.add(request);
        }
    }
}
