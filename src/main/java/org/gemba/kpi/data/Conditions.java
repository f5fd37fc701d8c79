package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The conditions of one query, each only when its filter is set.
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable List<String> clients;

    Conditions and(String condition) {
        texts.add(condition);
        return this;
    }

    /// @param condition with `:name` in it
    Conditions and(String condition, String name, @Nullable Object value) {
        if (value == null) return this;
        texts.add(condition);
        values.put(name, value);
        return this;
    }

    /// Null means every client. No client at all means no row.
    Conditions clients(@Nullable List<String> allowed) {
        if (allowed == null) return this;
        if (allowed.isEmpty()) return and("1 = 0");
        if (allowed.size() == 1) return and("client_id = :client", "client", allowed.getFirst());
        clients = allowed;
        return and("client_id in (<clients>)");
    }

    /// Both days belong to it; null for no limit.
    Conditions days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return and("shift_date >= :fromDay", "fromDay", from).and("shift_date <= :toDay", "toDay", to);
    }

    String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    /// The statement with the conditions after it.
    Query query(Handle handle, String sql, boolean withConditions) {
        return query(handle, withConditions ? sql + where() : sql);
    }

    Query query(Handle handle, String sql) {
        var query = handle.createQuery(sql);
        values.forEach(query::bind);
        if (clients != null) query.bindList("clients", clients);
        return query;
    }
}
