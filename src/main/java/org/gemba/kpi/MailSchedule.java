package org.gemba.kpi;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// A report that is sent every day.
///
/// @param at the time of the day in `zone`; it reports the day before
/// @param zone an IANA zone; a time that its clocks skip or repeat sends once
public record MailSchedule(
        long id,
        String clientId,
        ReportType type,
        List<String> recipients,
        LocalTime at,
        ZoneId zone,
        Locale locale,
        Instant createdAt,
        String createdBy) {

    /// What is sent.
    public enum ReportType {
        DAILY_PRODUCTION
    }

    public MailSchedule {
        recipients = List.copyOf(recipients);
    }

    /// As people write it, for example `06:00 daily`.
    public String told() {
        return at + " daily";
    }
}
