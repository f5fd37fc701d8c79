package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientKind;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The clients.
public final class ClientTable {
    private ClientTable() {}

    /// By id; null for all.
    public static List<Client> list(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_client" + conditions.where() + " order by client_id")
                .map((row, context) -> client(row))
                .list();
    }

    public static Optional<Client> find(Handle handle, String clientId) {
        return handle.createQuery("select * from kpi_client where client_id = :id")
                .bind("id", clientId)
                .map((row, context) -> client(row))
                .findOne();
    }

    public static void insert(Handle handle, Client client) {
        handle.execute(
                "insert into kpi_client (client_id, name, location, timezone, kind, is_active, created_at, created_by,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                client.clientId(),
                client.name(),
                client.location(),
                client.zone().getId(),
                client.kind().name(),
                client.active(),
                client.createdAt(),
                client.createdBy(),
                client.version());
    }

    public static void update(Handle handle, Client client) {
        handle.execute(
                "update kpi_client set name = ?, location = ?, timezone = ?, kind = ?, is_active = ?, version = ?"
                        + " where client_id = ?",
                client.name(),
                client.location(),
                client.zone().getId(),
                client.kind().name(),
                client.active(),
                client.version(),
                client.clientId());
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getString("client_id"),
                row.getString("name"),
                row.getString("location"),
                ZoneId.of(row.getString("timezone")),
                ClientKind.valueOf(row.getString("kind")),
                row.getBoolean("is_active"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                row.getInt("version"));
    }
}
