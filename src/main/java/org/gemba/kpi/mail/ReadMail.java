package org.gemba.kpi.mail;

import java.time.Instant;
import java.util.List;

/// A mail as people read it.
///
/// @param files the names of the files that it brings
public record ReadMail(Instant at, List<String> recipients, String subject, String text, List<String> files) {
    public ReadMail {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
    }
}
