package org.gemba.kpi.mail;

import java.util.List;

/// One mail with one file.
///
/// @param messageId in angle brackets; the same at every attempt, so that a receiver can tell a double
public record Mail(
        String messageId,
        List<String> recipients,
        String subject,
        String text,
        String fileName,
        String fileType,
        byte[] file) {
    public Mail {
        recipients = List.copyOf(recipients);
    }
}
