package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemba.erp.CustomerDocuments.Changes;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.MtoMatch;
import org.gemba.erp.SalesOrderLine;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Reads stored documents by exact MTO numbers and by sales order, a few hundred keys a statement.
public final class CustomerOrders {
    private static final int KEYS_AT_ONCE = 200;

    private final Database database;

    public CustomerOrders(Database database) {
        this.database = database;
    }

    /// With one state of all tables.
    public DocumentSet documents(Collection<String> mtoNumbers) {
        var folded = mtoNumbers.stream()
                .map(MtoMatch::folded)
                .filter(number -> !number.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (folded.isEmpty()) return DocumentSet.EMPTY;
        return database.read(handle -> {
            var sets = new ArrayList<DocumentSet>();
            for (var part : parts(folded)) {
                var ids = handle.createQuery("select id from erp_mto where folded in (<numbers>)")
                        .bindList("numbers", part)
                        .mapTo(Long.class)
                        .list();
                if (!ids.isEmpty()) sets.add(documents(handle, ids));
            }
            return sets.isEmpty() ? DocumentSet.EMPTY : DocumentSet.together(sets);
        });
    }

    private static DocumentSet documents(Handle handle, List<Long> ids) {
        try {
            var connection = handle.getConnection();
            return new DocumentSet(
                    lines(connection, Tables.SALES_ORDERS, ids),
                    lines(connection, Tables.PRODUCTION_ORDERS, ids),
                    lines(connection, Tables.COMPONENTS, ids),
                    lines(connection, Tables.PRODUCTION_RECEIPTS, ids),
                    lines(connection, Tables.PURCHASE_ORDERS, ids),
                    lines(connection, Tables.PURCHASE_RECEIPTS, ids),
                    lines(connection, Tables.SUBCONTRACT_ORDERS, ids),
                    lines(connection, Tables.PICKS, ids),
                    lines(connection, Tables.DELIVERIES, ids));
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static <T extends DocumentLine> List<T> lines(Connection connection, DocumentTable<T> table, List<Long> ids)
            throws SQLException {
        var lines = new ArrayList<T>();
        try (var statement = connection.prepareStatement(table.select(ids.size()))) {
            for (int i = 0; i < ids.size(); i++) statement.setLong(i + 1, ids.get(i));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) lines.add(table.read(rows));
            }
        }
        lines.sort(DocumentLine.ORDER);
        return List.copyOf(lines);
    }

    public List<SalesOrderLine> sales(Collection<String> billNos) {
        if (billNos.isEmpty()) return List.of();
        return database.read(handle -> {
            var numbers = new HashSet<String>();
            for (var part : parts(List.copyOf(billNos))) {
                handle.createQuery("select distinct m.number from erp_sales_order s join erp_mto m on m.id = s.mto_id"
                                + " where s.bill_no in (<bills>)")
                        .bindList("bills", part)
                        .mapTo(String.class)
                        .forEach(numbers::add);
            }
            var wanted = Set.copyOf(billNos);
            return documents(numbers).salesOrders().stream()
                    .filter(line -> wanted.contains(line.billNo()))
                    .toList();
        });
    }

    public Map<Long, String> auxTexts(Collection<Long> ids) {
        var wanted = ids.stream().filter(id -> id > 0).distinct().toList();
        if (wanted.isEmpty()) return Map.of();
        return database.read(handle -> {
            var texts = new HashMap<Long, String>();
            for (var part : parts(wanted)) {
                handle.createQuery("select aux_id, text from erp_aux_text where aux_id in (<ids>)")
                        .bindList("ids", part)
                        .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                        .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            }
            return texts;
        });
    }

    /// All numbers of one write have one version and come together, also beyond the limit.
    public Changes changedAfter(long version, int limit) {
        return database.read(handle -> {
            var versions = handle.createQuery(
                            "select version from erp_mto where version > :after order by version limit :limit")
                    .bind("after", version)
                    .bind("limit", limit)
                    .mapTo(Long.class)
                    .list();
            if (versions.isEmpty()) return new Changes(List.of(), version);
            long last = versions.getLast();
            var numbers = handle.createQuery(
                            "select number from erp_mto where version > :after and version <= :last order by id")
                    .bind("after", version)
                    .bind("last", last)
                    .mapTo(String.class)
                    .list();
            return new Changes(numbers, last);
        });
    }

    public Set<String> stillStored(Collection<String> mtoNumbers) {
        if (mtoNumbers.isEmpty()) return Set.of();
        var byFolded = new HashMap<String, Set<String>>();
        mtoNumbers.forEach(number -> byFolded.computeIfAbsent(MtoMatch.folded(number), any -> new HashSet<>())
                .add(number));
        return database.read(handle -> {
            var known = new HashSet<String>();
            for (var part : parts(List.copyOf(byFolded.keySet()))) {
                handle.createQuery("select folded from erp_mto where folded in (<numbers>)")
                        .bindList("numbers", part)
                        .mapTo(String.class)
                        .forEach(folded -> known.addAll(byFolded.getOrDefault(folded, Set.of())));
            }
            return known;
        });
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += KEYS_AT_ONCE) {
            parts.add(all.subList(i, Math.min(all.size(), i + KEYS_AT_ONCE)));
        }
        return parts;
    }
}
