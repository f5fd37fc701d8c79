package org.gemba.kpi.mail;

import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.error.AppError;

/// The mail server.
///
/// @param host empty when nobody has set one
/// @param user empty for a server that asks for none
/// @param isEncrypted refuses to go on without STARTTLS
public record SmtpSettings(String host, int port, String user, Secret password, String from, boolean isEncrypted) {
    public static SmtpSettings read(SettingsSource source) {
        return new SmtpSettings(
                source.text("SMTP_HOST", ""),
                source.number("SMTP_PORT", 587, 1, 65_535),
                source.text("SMTP_USERNAME", ""),
                source.secret("SMTP_PASSWORD"),
                source.text("SMTP_FROM", ""),
                source.flag("SMTP_STARTTLS", true));
    }

    /// @throws AppError.NotConfigured that names what is missing
    void check() {
        if (host.isEmpty()) throw new AppError.NotConfigured("mail", "SMTP_HOST is not set, so no mail can be sent.");
        if (from.isEmpty()) throw new AppError.NotConfigured("mail", "SMTP_FROM is not set, so no mail can be sent.");
    }
}
