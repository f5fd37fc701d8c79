package org.gemba.kpi.data;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemba.kpi.Client;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.Target;
import org.gemba.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// What questions about figures must know of the clients.
public final class KpiClients {
    private final Database database;

    public KpiClients(Database database) {
        this.database = database;
    }

    public Optional<Client> find(String clientId) {
        return database.read(handle -> ClientTable.find(handle, clientId));
    }

    public List<Client> active() {
        return database.read(handle -> ClientTable.list(handle, null)).stream()
                .filter(Client::active)
                .toList();
    }

    /// UTC for a client that is not known.
    public ZoneId zone(String clientId) {
        return find(clientId).map(Client::zone).orElse(ZoneOffset.UTC);
    }

    /// Those that the client has set itself.
    public Map<KpiName, BigDecimal> targets(String clientId) {
        return database.read(handle -> StandardTable.targets(handle, List.of(clientId))).stream()
                .collect(Collectors.toMap(Target::kpi, Target::target));
    }

    /// The order with that number of one of the clients; null for none.
    public @Nullable Long orderId(List<String> clientIds, String number) {
        return database.read(handle -> handle.createQuery(
                                "select id from kpi_work_order where client_id in (<clients>) and work_order_id = :number"
                                        + " order by id")
                        .bindList("clients", clientIds)
                        .bind("number", number)
                        .mapTo(Long.class)
                        .findFirst())
                .orElse(null);
    }
}
