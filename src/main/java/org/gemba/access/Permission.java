package org.gemba.access;

import java.util.Arrays;
import java.util.Optional;

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
    TRACKING_OWN("tracking:own"),
    /// Looks after customers, bindings and messages of the tracking app.
    TRACKING_MANAGE("tracking:manage"),
    KPI_READ("kpi:read"),
    /// Writes production entries, downtime, attendance and inspections.
    ENTRIES_CREATE("entries:create"),
    /// Changes, verifies and takes back entries.
    ENTRIES_VERIFY("entries:verify"),
    WORK_ORDERS_WRITE("work_orders:write"),
    /// Targets, standards, part opportunities, shifts.
    KPI_CONFIGURE("kpi:configure"),
    REPORTS_EXPORT("reports:export"),
    REPORTS_SCHEDULE("reports:schedule"),
    /// Sees every KPI client, not only those of the token.
    CLIENTS_ALL("clients:all"),
    CLIENTS_WRITE("clients:write"),
    PARTS_READ("parts:read"),
    PARTS_CREATE("parts:create"),
    PARTS_UPDATE("parts:update"),
    PARTS_DELETE("parts:delete"),
    CATEGORIES_READ("categories:read"),
    CATEGORIES_WRITE("categories:write"),
    CATEGORIES_DELETE_ALL("categories:delete_all"),
    LOCATIONS_READ("locations:read"),
    LOCATIONS_WRITE("locations:write"),
    CSV_IMPORT("csv:import"),
    LABELS_PRINT("labels:print"),
    PLANNING_READ("planning:read"),
    PLANNING_WRITE("planning:write"),
    /// Connects shops and books, starts their synchronisation.
    INTEGRATIONS_WRITE("integrations:write");

    private final String value;

    Permission(String value) {
        this.value = value;
    }

    /// The right of this printed name.
    public static Optional<Permission> find(String value) {
        return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
    }

    /// The printed name, for example `parts:read`.
    public String value() {
        return value;
    }
}
