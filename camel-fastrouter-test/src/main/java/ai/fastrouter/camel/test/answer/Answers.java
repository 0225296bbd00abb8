package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;

/** What the gateway says by itself. */
public final class Answers {

    private final String apiKey;

    /** Answers for holders of that key; {@code null} for holders of any. */
    public Answers(String apiKey) {
        this.apiKey = apiKey;
    }

    /** The answer to a request. */
    public Reply to(RecordedRequest request) {
        return switch (request.operation()) {
            case CHAT -> ChatAnswers.to(request);
            default -> Reply.error(404, Envelope.E1, "Unknown path " + request.path());
        };
    }

    /** Forgets jobs. */
    public void reset() {}
}
