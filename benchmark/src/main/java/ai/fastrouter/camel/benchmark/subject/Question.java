package ai.fastrouter.camel.benchmark.subject;

/** What all subjects ask, and what they must get. */
public final class Question {

    static final String TEXT = "What does the route do with an order?";
    static final String MODEL = "openai/gpt-5.1";
    static final String ANSWER_BEGINS = "The route takes the order";
    /** Chunks of one streamed answer. */
    public static final int CHUNKS = 500;

    private Question() {}
}
