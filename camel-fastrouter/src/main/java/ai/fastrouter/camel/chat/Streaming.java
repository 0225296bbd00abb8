package ai.fastrouter.camel.chat;

import java.util.concurrent.Executor;

/**
 * What the streamed answers of one endpoint share.
 *
 * @param open         those that are being read
 * @param answers      reads answers that came whole
 * @param worker       where exchanges fail whose stream never began
 * @param streamWorker where routes read
 * @param autoClose    whether a stream is closed when its exchange is done
 */
record Streaming(OpenStreams open, AnswerWriter answers, Executor worker, Executor streamWorker, boolean autoClose) {}
