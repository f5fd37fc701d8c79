package org.gemba.erp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.error.AppError;

/// How to reach the ERP. With an app secret it logs in by `LoginByAppSecret`, otherwise by `ValidateUser`.
///
/// @param server the address that ends in `/k3cloud/`
/// @param pageRows how many rows a page asks for; the ERP gives 10,000 at most
public record ErpSettings(
        URI server,
        String accountId,
        String userName,
        String appId,
        Secret appSecret,
        Secret password,
        int language,
        Duration connectTimeout,
        Duration requestTimeout,
        MtoMatch match,
        int pageRows) {
    private static final List<String> NEEDED = List.of("KINGDEE_SERVER_URL", "KINGDEE_ACCT_ID", "KINGDEE_USER_NAME");

    /// Empty when no address is set.
    ///
    /// @throws WrongSetting when a value is not allowed
    /// @throws AppError.NotConfigured when an address is set and something else that it needs is not
    public static Optional<ErpSettings> from(SettingsSource source) {
        var server = source.url("KINGDEE_SERVER_URL");
        if (server.isEmpty()) return Optional.empty();
        var missing = missing(source);
        if (!missing.isEmpty()) {
            throw new AppError.NotConfigured(
                    "erp", "The ERP connection is not complete; please set " + String.join(", ", missing) + ".");
        }
        return Optional.of(new ErpSettings(
                withSlash(server.get()),
                source.text("KINGDEE_ACCT_ID", ""),
                source.text("KINGDEE_USER_NAME", ""),
                source.text("KINGDEE_APP_ID", ""),
                source.secret("KINGDEE_APP_SEC"),
                source.secret("KINGDEE_PASSWORD"),
                source.number("KINGDEE_LCID", 2052, 1, 65_535),
                source.seconds("KINGDEE_CONNECT_TIMEOUT", 15, 1, 600),
                source.seconds("KINGDEE_REQUEST_TIMEOUT", 30, 1, 600),
                match(source),
                source.number("KINGDEE_PAGE_ROWS", 2000, 10, 10_000)));
    }

    public boolean usesAppSecret() {
        return !appSecret.isBlank();
    }

    private static List<String> missing(SettingsSource source) {
        var missing = new ArrayList<String>();
        for (var name : NEEDED) if (source.text(name).isEmpty()) missing.add(name);
        boolean hasSecret = source.text("KINGDEE_APP_SEC").isPresent();
        if (!hasSecret && source.text("KINGDEE_PASSWORD").isEmpty()) missing.add("KINGDEE_APP_SEC or KINGDEE_PASSWORD");
        if (hasSecret && source.text("KINGDEE_APP_ID").isEmpty()) missing.add("KINGDEE_APP_ID");
        return missing;
    }

    private static MtoMatch match(SettingsSource source) {
        var text = source.text("KINGDEE_MTO_MATCH", "suborders");
        return switch (text) {
            case "suborders" -> MtoMatch.SUB_ORDERS;
            case "prefix" -> MtoMatch.PREFIX;
            default -> throw new WrongSetting("KINGDEE_MTO_MATCH", text, "suborders or prefix");
        };
    }

    private static URI withSlash(URI server) {
        return server.toString().endsWith("/") ? server : URI.create(server + "/");
    }
}
