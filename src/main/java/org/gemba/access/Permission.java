package org.gemba.access;

/// The rights that routes and actions ask for. Names in the form of the inventory document, which is the only one that
/// prints permissions.
public enum Permission {
    MTO_READ("mto:read"),
    SYNC_WRITE("sync:write"),
    CACHE_WRITE("cache:write"),
    CHAT("chat:use"),
    TASKS_READ("tasks:read"),
    TASKS_WRITE("tasks:write"),
    USERS_READ("users:read"),
    USERS_WRITE("users:write"),
    SETTINGS_WRITE("settings:write"),
    BACKUP("backup:write"),
    AUDIT_READ("audit:read"),
    LOGS_READ("logs:read"),
    TRACKING_OWN("tracking:own");

    private final String value;

    Permission(String value) {
        this.value = value;
    }

    /// The printed name, for example `parts:read`.
    public String value() {
        return value;
    }
}
