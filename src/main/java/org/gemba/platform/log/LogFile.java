package org.gemba.platform.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gemba.platform.security.PrivateFile;
import org.slf4j.LoggerFactory;

/// The log in the data folder: `gemba.log` of today, older ones packed, a fortnight or 100 MB in all.
public final class LogFile implements AutoCloseable {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} %msg%n";
    private static final int DAYS = 14;
    private static final FileSize LARGEST = FileSize.valueOf("10MB");
    private static final FileSize ALL = FileSize.valueOf("100MB");

    private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

    private LogFile() {}

    /// @param folder made when it is not there, for its owner only
    public static LogFile open(Path folder) {
        return open(folder, LARGEST);
    }

    static LogFile open(Path folder, FileSize largest) {
        var file = new LogFile();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            try {
                PrivateFile.createFolder(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file.start(context, folder, largest);
        }
        return file;
    }

    private void start(LoggerContext context, Path folder, FileSize largest) {
        appender.setContext(context);
        appender.setName("file " + folder);
        appender.setFile(folder.resolve("gemba.log").toString());
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                folder.resolve("gemba-%d{yyyy-MM-dd}.%i.log.gz").toString());
        policy.setMaxFileSize(largest);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(ALL);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.setTriggeringPolicy(policy);
        appender.setEncoder(encoder(context));
        appender.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new RedactedLayout();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        }
        appender.stop();
    }
}
