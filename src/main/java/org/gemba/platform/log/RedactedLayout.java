package org.gemba.platform.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.gemba.platform.http.Redaction;

/// Lines as the pattern says, without what looks like a secret: what a library or a stack trace lets slip stays out
/// too.
public final class RedactedLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.hidden(super.doLayout(event));
    }
}
