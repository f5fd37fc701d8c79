package org.gemba.erp;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.jspecify.annotations.Nullable;

/// How to reach the K3Cloud of this factory, and the few field keys that differ from tenant to tenant.
///
/// @param server ends in `/k3cloud/`; null while no ERP is set up
/// @param appId with the app secret for `LoginByAppSecret`
/// @param headerMtoField the custom header field of sales orders with the MTO number where the entry has none; empty
///     for none
/// @param plainPrefix whether a look-up of `AK251003` also brings `AK2510034` and not only the sub-orders `AK251003-1`
public record ErpSettings(
        @Nullable URI server,
        String accountId,
        String userName,
        String appId,
        Secret appSecret,
        Secret password,
        int language,
        Duration connectTimeout,
        Duration requestTimeout,
        String headerMtoField,
        boolean plainPrefix) {

    public static ErpSettings from(SettingsSource settings) {
        return new ErpSettings(
                settings.url("KINGDEE_SERVER_URL").map(ErpSettings::withSlash).orElse(null),
                settings.text("KINGDEE_ACCT_ID", ""),
                settings.text("KINGDEE_USER_NAME", ""),
                settings.text("KINGDEE_APP_ID", ""),
                settings.secret("KINGDEE_APP_SEC"),
                settings.secret("KINGDEE_PASSWORD"),
                settings.number("KINGDEE_LCID", 2052, 1, 65_535),
                settings.seconds("KINGDEE_CONNECT_TIMEOUT", 15, 1, 600),
                settings.seconds("KINGDEE_REQUEST_TIMEOUT", 30, 1, 3600),
                settings.text("KINGDEE_HEADER_MTO_FIELD", "F_QWJI_JHGZH"),
                settings.flag("KINGDEE_MTO_PLAIN_PREFIX", false));
    }

    private static URI withSlash(URI server) {
        return server.getPath().endsWith("/") ? server : URI.create(server + "/");
    }

    public boolean byAppSecret() {
        return !appSecret.isBlank();
    }

    /// What is still missing, by the name of its setting; empty when the ERP can be asked.
    public Optional<String> missing() {
        if (server == null) return Optional.of("KINGDEE_SERVER_URL");
        if (accountId.isBlank()) return Optional.of("KINGDEE_ACCT_ID");
        if (userName.isBlank()) return Optional.of("KINGDEE_USER_NAME");
        if (appSecret.isBlank() && password.isBlank()) return Optional.of("KINGDEE_APP_SEC or KINGDEE_PASSWORD");
        if (byAppSecret() && appId.isBlank()) return Optional.of("KINGDEE_APP_ID");
        return Optional.empty();
    }
}
