package org.gemba.platform.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.gemba.platform.error.Identity;
import org.gemba.platform.log.LogLine.Level;
import org.slf4j.LoggerFactory;

/// The last few thousand lines of the log of this run.
public final class RecentLog implements AutoCloseable {
    private final int most;
    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private final Appender appender = new Appender();
    private long number;

    public RecentLog(int most) {
        this.most = most;
    }

    /// Takes everything that is logged from now on, until closed.
    public RecentLog listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            appender.setContext(context);
            appender.start();
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
        return this;
    }

    /// Those that came after the line of that number, oldest first; 0 for all that are kept.
    public synchronized List<LogLine> after(long known) {
        return lines.stream().filter(line -> line.number() > known).toList();
    }

    private synchronized void add(ILoggingEvent event) {
        number++;
        var failure = event.getThrowableProxy();
        var identity = failure instanceof ThrowableProxy proxy ? Identity.of(proxy.getThrowable()) : "";
        lines.addLast(new LogLine(
                number,
                Instant.ofEpochMilli(event.getTimeStamp()),
                level(event),
                shortName(event.getLoggerName()),
                String.valueOf(event.getFormattedMessage()),
                failure == null ? "" : ThrowableProxyUtil.asString(failure),
                identity));
        while (lines.size() > most) lines.removeFirst();
    }

    private static Level level(ILoggingEvent event) {
        int level = event.getLevel().toInt();
        if (level >= ch.qos.logback.classic.Level.ERROR_INT) return Level.ERROR;
        if (level >= ch.qos.logback.classic.Level.WARN_INT) return Level.WARN;
        return level >= ch.qos.logback.classic.Level.INFO_INT ? Level.INFO : Level.DEBUG;
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        }
        appender.stop();
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            add(event);
        }
    }
}
