package org.gemba.shell.settings;

import java.util.List;

/// A setting that the page shows, by the name that RUNNING.md gives it.
///
/// @param isSecret its value is never shown; an empty field leaves it as it is
/// @param otherwise what holds when nobody has set it; empty for nothing
record SettingField(String name, boolean isSecret, String otherwise) {
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
            plain("GEMBA_BIND", "127.0.0.1"),
            plain("GEMBA_PORT", "8080"),
            plain("CORS_ALLOWED_ORIGINS", ""),
            plain("GEMBA_TRUSTED_PROXIES", ""),
            plain("GEMBA_TIME_ZONE", ""));

    private static SettingField plain(String name, String otherwise) {
        return new SettingField(name, false, otherwise);
    }

    private static SettingField secret(String name) {
        return new SettingField(name, true, "");
    }
}
