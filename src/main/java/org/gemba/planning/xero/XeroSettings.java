package org.gemba.planning.xero;

import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;

/// @param tenant the company; empty takes the only one that the connection has
public record XeroSettings(String clientId, Secret clientSecret, String tenant, String base, String identity) {
    public static XeroSettings read(SettingsSource settings) {
        return new XeroSettings(
                settings.text("XERO_CLIENT_ID").orElse(""),
                new Secret(settings.text("XERO_CLIENT_SECRET").orElse("")),
                settings.text("XERO_TENANT_ID").orElse(""),
                settings.text("XERO_BASE_URL").orElse("https://api.xero.com").replaceAll("/+$", ""),
                settings.text("XERO_IDENTITY_URL")
                        .orElse("https://identity.xero.com")
                        .replaceAll("/+$", ""));
    }

    String missing() {
        if (clientId.isBlank()) return "XERO_CLIENT_ID";
        return clientSecret.value().isBlank() ? "XERO_CLIENT_SECRET" : "";
    }
}
