package org.gemba.inventory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gemba.access.Role;
import org.jspecify.annotations.Nullable;

/// Who may start one kind of task and how often. The figures are those of the original's policy.
///
/// @param mostAtOnce waiting and running ones of one user
/// @param anHour of one user; null for any number
/// @param mostParts parts that one task may be about; null for any number
/// @param mostCapabilities what may be asked of a supplier at once
/// @param largestBatch parts that are asked for at once
/// @param needs the permissions, all of them
public record TaskPolicy(
        Level level,
        Risk risk,
        int mostAtOnce,
        @Nullable Integer anHour,
        @Nullable Integer aDay,
        @Nullable Integer mostParts,
        @Nullable Integer mostCapabilities,
        @Nullable Integer largestBatch,
        List<String> needs) {

    TaskPolicy(
            Level level,
            Risk risk,
            int mostAtOnce,
            @Nullable Integer anHour,
            @Nullable Integer aDay,
            @Nullable Integer mostParts,
            @Nullable Integer mostCapabilities,
            @Nullable Integer largestBatch,
            String... needs) {
        this(level, risk, mostAtOnce, anHour, aDay, mostParts, mostCapabilities, largestBatch, List.of(needs));
    }

    /// For whom a kind of task is meant.
    public enum Level {
        PUBLIC,
        USER,
        POWER_USER,
        ADMIN,
        SYSTEM
    }

    public enum Risk {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    private static final Set<String> VIEWER = Set.of("parts:read");
    private static final Set<String> USER = Set.of("parts:read", "parts:write", "tasks:user", "reports:generate");
    private static final Set<String> POWER_USER = Set.of(
            "parts:read",
            "parts:write",
            "parts:delete",
            "tasks:user",
            "tasks:power_user",
            "csv:import",
            "pricing:update",
            "reports:generate");
    private static final Set<String> ADMIN = Set.of(
            "admin",
            "parts:read",
            "parts:write",
            "parts:delete",
            "tasks:user",
            "tasks:power_user",
            "tasks:admin",
            "csv:import",
            "pricing:update",
            "reports:generate",
            "database:cleanup",
            "backup:create");

    /// What a role may in terms of this policy. `system` is for the program itself and nobody else.
    static Set<String> permissions(Role role) {
        return switch (role) {
            case ADMIN -> ADMIN;
            case POWERUSER, LEADER_DATACONFIG -> POWER_USER;
            case OPERATOR_DATAENTRY -> USER;
            case VIEWER -> VIEWER;
            case MTO_SHARED, CUSTOMER -> Set.of();
        };
    }

    /// Which of the permissions the role lacks.
    List<String> missing(Role role) {
        var missing = new ArrayList<>(needs);
        missing.removeAll(permissions(role));
        return missing;
    }

    static Set<Level> levels() {
        return EnumSet.allOf(Level.class);
    }
}
