package ai.fastrouter.camel.benchmark.server;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;

/** Answers for jobs that stay in the queue. */
final class JobHandler {

    private static final AtomicLong JOBS = new AtomicLong();

    private JobHandler() {}

    /** Each submit gets a job of its own. */
    static AsyncEntityProducer submitted() {
        long number = JOBS.incrementAndGet();
        return json("{\"chat_id\":\"fr_" + number + "\",\"model\":\"ace-step/prompt-to-audio\",\"status\":\"IN_QUEUE\","
                + "\"request_id\":\"r-" + number + "\",\"response_url\":\"https://queue.example/requests/r-" + number
                + "\",\"queue_position\":7}");
    }

    static AsyncEntityProducer pending() {
        return json("{\"status\":\"IN_QUEUE\",\"queue_position\":3}");
    }

    private static AsyncEntityProducer json(String text) {
        return new BasicAsyncEntityProducer(text.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON);
    }
}
