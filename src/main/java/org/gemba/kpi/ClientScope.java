package org.gemba.kpi;

import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// The clients that a caller may see and write for.
///
/// @param clients null for all of them
public record ClientScope(@Nullable List<String> clients) {
    public ClientScope {
        clients = clients == null ? null : List.copyOf(clients);
    }

    public static ClientScope of(Caller caller) {
        return new ClientScope(caller.may(Permission.CLIENTS_ALL) ? null : caller.clientIds());
    }

    public boolean contains(String clientId) {
        return clients == null || clients.contains(clientId);
    }

    /// Narrowed to one client when one is named. A client that is not the caller's is refused whether it exists or
    /// not.
    ///
    /// @throws AppError.Forbidden for a client that is not the caller's
    public ClientScope narrowedTo(@Nullable String clientId) {
        if (clientId == null) return this;
        if (!contains(clientId)) throw refused(clientId);
        return new ClientScope(List.of(clientId));
    }

    /// The one client that is meant: the named one, or the caller's own when it has just one.
    ///
    /// @throws AppError.Forbidden for a client that is not the caller's, and for a caller without any
    /// @throws AppError.InvalidInput when several could be meant and none is named
    public String one(@Nullable String clientId, String field) {
        if (clientId != null) {
            if (!contains(clientId)) throw refused(clientId);
            return clientId;
        }
        if (clients == null || clients.size() > 1) {
            throw new AppError.InvalidInput(FieldError.body(field, null, new Rule.Required()));
        }
        if (clients.isEmpty()) throw new AppError.Forbidden("You belong to no client");
        return clients.getFirst();
    }

    private static AppError refused(String clientId) {
        return new AppError.Forbidden("Client " + clientId + " is not one of yours");
    }
}
