package ai.fastrouter.camel.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Catches what a logger and those below it write, at a level of the test's choice, and puts all back when closed. */
public final class CaughtLog implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final boolean additive;
    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Appender appender = new Appender();

    private CaughtLog(Logger logger, Level level) {
        this.logger = logger;
        this.before = logger.getLevel();
        this.additive = logger.isAdditive();
        // the console is spared
        logger.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(logger::detachAppender);
        logger.setAdditive(false);
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(level);
    }

    /** Catches one logger. */
    public static CaughtLog of(String name, Level level) {
        return new CaughtLog(context().getLogger(name), level);
    }

    /** Catches everything, and keeps it off the console. */
    public static CaughtLog everything() {
        return new CaughtLog(context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), Level.TRACE);
    }

    /** The lines from the n-th on, counted from 0. */
    public List<String> linesFrom(int first) {
        synchronized (appender.lines) {
            return List.copyOf(appender.lines.subList(first, appender.lines.size()));
        }
    }

    /** The lines so far: level, logger, text and stack trace. */
    public List<String> lines() {
        synchronized (appender.lines) {
            return List.copyOf(appender.lines);
        }
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        others.forEach(logger::addAppender);
        logger.setLevel(before);
        logger.setAdditive(additive);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static final class Appender extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void append(ILoggingEvent event) {
            String trace = event.getThrowableProxy() == null
                    ? ""
                    : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }
}
