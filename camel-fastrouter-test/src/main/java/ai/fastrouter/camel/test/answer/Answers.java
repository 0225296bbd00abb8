package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.chat.ChatAnswers;
import ai.fastrouter.camel.test.chat.Conversation;
import ai.fastrouter.camel.test.check.BadRequest;
import ai.fastrouter.camel.test.check.ChatCheck;
import ai.fastrouter.camel.test.check.JobCheck;
import ai.fastrouter.camel.test.check.SpeechCheck;
import ai.fastrouter.camel.test.check.UploadCheck;
import ai.fastrouter.camel.test.job.Jobs;
import ai.fastrouter.camel.test.journal.Received;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gateway says by itself: refuses what the real ones would refuse, answers the rest. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Guard guard;
    private final Jobs jobs;

    /** Answers by these rules, about these jobs. */
    public Answers(Guard guard, Jobs jobs) {
        this.guard = guard;
        this.jobs = jobs;
    }

    /** Whether the answer takes so long to work out that no I/O thread should do it. */
    public boolean slow(Received request) {
        return switch (request.operation()) {
            case TRANSCRIPTION, TRANSLATION -> true;
            case CHAT -> Conversation.hasAudio(request.json());
            default -> false;
        };
    }

    /** The answer to a request that the real gateways would refuse, {@code null} for all others. */
    public Reply refusal(Received request) {
        return made(request, () -> {
            check(request);
            return null;
        });
    }

    /** The answer to a request that has been checked. */
    public Reply to(Received request) {
        return made(request, () -> answer(request));
    }

    private static Reply made(Received request, Supplier<Reply> source) {
        Reply reply;
        try {
            reply = source.get();
        } catch (BadRequest e) {
            reply = Refusals.of(request, e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("No answer to {}", request, e);
            reply = Refusals.of(request, 500, "server_error", "internal_error", "The local gateway failed: " + e);
        }
        if (reply == null) {
            return null;
        }
        reply = reply.header(
                "x-request-id",
                "req_" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        return request.arouter() ? RateLimit.on(reply) : reply;
    }

    private void check(Received request) {
        guard.check(request);
        switch (request.operation()) {
            case CHAT -> ChatCheck.check(request);
            case SPEECH -> SpeechCheck.check(request);
            case TRANSCRIPTION, TRANSLATION -> UploadCheck.check(request, guard.uploadLimit());
            case SUBMIT -> JobCheck.submit(request);
            case POLL -> JobCheck.poll(request);
            default -> {}
        }
    }

    private Reply answer(Received request) {
        return switch (request.operation()) {
            case CHAT -> ChatAnswers.to(request);
            case MODELS -> ModelAnswers.to(request);
            case SPEECH -> SpeechAnswers.to(request);
            case TRANSCRIPTION, TRANSLATION -> UploadAnswers.to(request);
            case SUBMIT -> jobs.submit(request);
            case POLL -> jobs.poll(request);
            case DOWNLOAD -> jobs.download(request);
            case OTHER -> other(request);
        };
    }

    private static Reply other(Received request) {
        String allowed = request.allowedMethod();
        if (allowed == null) {
            return Refusals.of(request, 404, "not_found_error", "not_found", "Unknown path " + request.path());
        }
        String message = request.path() + " takes " + allowed + ", not " + request.method();
        return Refusals.of(request, 405, "invalid_request_error", "method_not_allowed", message)
                .header("Allow", allowed);
    }
}
