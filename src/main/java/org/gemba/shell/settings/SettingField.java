package org.gemba.shell.settings;

import java.util.List;

/// A setting that the page shows, by the name that RUNNING.md gives it.
///
/// @param kind how it is entered
/// @param otherwise what holds when nobody has set it; empty for nothing
record SettingField(String name, Kind kind, String otherwise) {
    /// What a setting holds.
    enum Kind {
        TEXT,
        /// Its value is never shown; an empty field leaves it as it is.
        SECRET,
        /// `true` or `false`.
        SWITCH
    }

    static final List<SettingField> ERP = List.of(
            plain("KINGDEE_SERVER_URL", ""),
            plain("KINGDEE_ACCT_ID", ""),
            plain("KINGDEE_USER_NAME", ""),
            plain("KINGDEE_APP_ID", ""),
            secret("KINGDEE_APP_SEC"),
            secret("KINGDEE_PASSWORD"),
            plain("KINGDEE_LCID", "2052"),
            plain("KINGDEE_CONNECT_TIMEOUT", "15"),
            plain("KINGDEE_REQUEST_TIMEOUT", "30"));
    static final List<SettingField> ASSISTANT = List.of(
            secret("DEEPSEEK_API_KEY"),
            plain("DEEPSEEK_BASE_URL", "https://api.deepseek.com"),
            plain("DEEPSEEK_MODEL", "deepseek-chat"));
    static final List<SettingField> SERVER = List.of(
            new SettingField("GEMBA_LAN", Kind.SWITCH, "false"),
            plain("CORS_ALLOWED_ORIGINS", ""),
            plain("GEMBA_TRUSTED_PROXIES", ""),
            plain("GEMBA_TIME_ZONE", ""));

    boolean isSecret() {
        return kind == Kind.SECRET;
    }

    private static SettingField plain(String name, String otherwise) {
        return new SettingField(name, Kind.TEXT, otherwise);
    }

    private static SettingField secret(String name) {
        return new SettingField(name, Kind.SECRET, "");
    }
}
