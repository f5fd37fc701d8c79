package org.gemba.kpi;

import java.time.Instant;
import java.util.List;

/// A mail that the demo's mail server took instead of delivering it.
///
/// @param raw as it came over the wire
public record SinkMail(Instant at, List<String> recipients, byte[] raw) {
    public SinkMail {
        recipients = List.copyOf(recipients);
    }
}
