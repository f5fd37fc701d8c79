package org.gemba.access;

import java.util.List;
import java.util.Set;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Who is asking, on either face. Services take it, check with {@link #require}, and put its name into the audit.
///
/// @param subject the user's id, `shared:<typed name>`, `wx:<openid>` or `system`
/// @param username the name that people see
/// @param permissions what this caller may do, already narrowed (a shared MTO caller may be read-only)
/// @param families the APIs that the token is good for; all of them on the desktop
/// @param clientIds the KPI tenants that queries are narrowed to, the main one first; empty for none
/// @param customerId the ERP customer whose orders alone are seen; null for none
public record Caller(
        String subject,
        String username,
        Role role,
        Set<Permission> permissions,
        Set<ApiFamily> families,
        List<String> clientIds,
        @Nullable String customerId) {

    public Caller {
        permissions = Set.copyOf(permissions);
        families = Set.copyOf(families);
        clientIds = List.copyOf(clientIds);
    }

    /// The program itself: schedules, start-up work.
    public static Caller system() {
        return new Caller(
                "system",
                "system",
                Role.ADMIN,
                RolePermissions.of(Role.ADMIN),
                Set.of(ApiFamily.values()),
                List.of(),
                null);
    }

    /// Nobody in particular, on a route that is open to everybody.
    public static Caller nobody() {
        return new Caller("nobody", "", Role.VIEWER, Set.of(), Set.of(), List.of(), null);
    }

    /// The main KPI tenant, into which new records of this caller go when they name none.
    public @Nullable String clientId() {
        return clientIds.isEmpty() ? null : clientIds.getFirst();
    }

    /// Whether records of this KPI tenant are this caller's business.
    public boolean mayUseClient(String client) {
        return may(Permission.CLIENTS_ALL) || clientIds.contains(client);
    }

    public boolean isNobody() {
        return subject.equals("nobody");
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// @throws AppError.Forbidden when the caller lacks the right
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new AppError.Forbidden("The right " + permission.value() + " is needed");
        }
    }
}
