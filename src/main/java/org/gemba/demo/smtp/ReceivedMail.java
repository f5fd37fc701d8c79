package org.gemba.demo.smtp;

import java.time.Instant;
import java.util.List;

/// A mail as it came over the wire.
///
/// @param raw headers and body, lines ended by CR LF, without the dots that the protocol adds
public record ReceivedMail(Instant at, String from, List<String> recipients, byte[] raw) {
    public ReceivedMail {
        recipients = List.copyOf(recipients);
    }
}
