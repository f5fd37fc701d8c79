package org.gemba.access;

import static org.gemba.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// The one matrix of who may do what.
public final class RolePermissions {
    private RolePermissions() {}

    public static Set<Permission> of(Role role) {
        return switch (role) {
            case VIEWER -> EnumSet.of(MTO_READ, CHAT);
            case OPERATOR_DATAENTRY -> EnumSet.of(MTO_READ, CHAT, TASKS_READ);
            case LEADER_DATACONFIG, POWERUSER ->
                EnumSet.of(MTO_READ, CHAT, SYNC_WRITE, CACHE_WRITE, TASKS_READ, TASKS_WRITE);
            case ADMIN -> EnumSet.complementOf(EnumSet.of(TRACKING_OWN));
            case MTO_SHARED -> EnumSet.of(MTO_READ, CHAT, SYNC_WRITE, CACHE_WRITE);
            case CUSTOMER -> EnumSet.of(TRACKING_OWN);
        };
    }
}
