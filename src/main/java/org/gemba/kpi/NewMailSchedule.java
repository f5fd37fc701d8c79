package org.gemba.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for; see {@link MailSchedule}.
///
/// @param schedule `06:00 daily`
/// @param timezone null for that of the client
/// @param language `en` or `zh`; null for English
public record NewMailSchedule(
        String clientId,
        String reportType,
        List<String> recipients,
        String schedule,
        @Nullable String timezone,
        @Nullable String language) {
    public NewMailSchedule {
        recipients = List.copyOf(recipients);
    }
}
