package org.gemba.access;

import static org.gemba.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// The one matrix of who may do what.
public final class RolePermissions {
    private static final Set<Permission> READ =
            Set.of(MTO_READ, CHAT, PARTS_READ, CATEGORIES_READ, LOCATIONS_READ, PLANNING_READ);
    private static final Set<Permission> OPERATOR = and(READ, KPI_READ, ENTRIES_CREATE, TASKS_READ, LABELS_PRINT);
    private static final Set<Permission> LEADER = and(
            OPERATOR,
            SYNC_WRITE,
            CACHE_WRITE,
            TASKS_WRITE,
            TRACKING_MANAGE,
            ENTRIES_VERIFY,
            WORK_ORDERS_WRITE,
            KPI_CONFIGURE,
            REPORTS_SCHEDULE,
            PARTS_CREATE,
            PARTS_UPDATE,
            CATEGORIES_WRITE,
            LOCATIONS_WRITE,
            CSV_IMPORT,
            PLANNING_WRITE);
    private static final Set<Permission> POWERUSER =
            and(LEADER, CLIENTS_ALL, REPORTS_EXPORT, PARTS_DELETE, INTEGRATIONS_WRITE);

    private RolePermissions() {}

    public static Set<Permission> of(Role role) {
        return switch (role) {
            case VIEWER -> EnumSet.copyOf(READ);
            case OPERATOR_DATAENTRY -> EnumSet.copyOf(OPERATOR);
            case LEADER_DATACONFIG -> EnumSet.copyOf(LEADER);
            case POWERUSER -> EnumSet.copyOf(POWERUSER);
            case ADMIN -> EnumSet.complementOf(EnumSet.of(TRACKING_OWN));
            case MTO_SHARED -> EnumSet.of(MTO_READ, CHAT, SYNC_WRITE, CACHE_WRITE);
            case CUSTOMER -> EnumSet.of(TRACKING_OWN);
        };
    }

    private static Set<Permission> and(Set<Permission> some, Permission... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
