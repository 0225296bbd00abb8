package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.exchange.lifetime.InFlight;
import java.util.concurrent.Executor;

/**
 * What the streamed answers of one endpoint share.
 *
 * @param inFlight     those that are being read, and calls
 * @param ends         waits for connections that are kept open
 * @param answers      reads answers that came whole
 * @param worker       where exchanges fail whose stream never began
 * @param streamWorker where routes read
 * @param autoClose    whether a stream is closed when its exchange is done
 */
record Streaming(
        InFlight inFlight,
        StreamEnds ends,
        AnswerWriter answers,
        Executor worker,
        Executor streamWorker,
        boolean autoClose) {}
