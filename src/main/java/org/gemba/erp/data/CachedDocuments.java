package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpForm;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.MtoDocuments;
import org.gemba.erp.MtoMatch;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Reads what was synchronised.
public final class CachedDocuments {
    private final Database database;

    public CachedDocuments(Database database) {
        this.database = database;
    }

    /// All documents of the numbers that match, with one state of all tables; empty when none is stored.
    public Optional<MtoDocuments> find(String mtoNumber, MtoMatch match) {
        return database.read(handle -> {
            try {
                return find(handle.getConnection(), mtoNumber, match);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        });
    }

    private static Optional<MtoDocuments> find(Connection connection, String mtoNumber, MtoMatch match)
            throws SQLException {
        var ids = new ArrayList<Long>();
        var asOf = ids(connection, MtoMatch.folded(mtoNumber), match, ids);
        if (ids.isEmpty()) return Optional.empty();
        var set = new DocumentSet(
                lines(connection, Tables.SALES_ORDERS, ids),
                lines(connection, Tables.PRODUCTION_ORDERS, ids),
                lines(connection, Tables.COMPONENTS, ids),
                lines(connection, Tables.PRODUCTION_RECEIPTS, ids),
                lines(connection, Tables.PURCHASE_ORDERS, ids),
                lines(connection, Tables.PURCHASE_RECEIPTS, ids),
                lines(connection, Tables.SUBCONTRACT_ORDERS, ids),
                lines(connection, Tables.PICKS, ids),
                lines(connection, Tables.DELIVERIES, ids));
        var auxIds = new HashSet<Long>();
        var codes = new HashSet<String>();
        for (var form : ErpForm.DOCUMENTS) {
            for (var line : set.of(form)) {
                auxIds.add(line.auxId());
                codes.add(line.material().code());
            }
        }
        return Optional.of(set.of(mtoNumber, false, asOf, auxTexts(connection, auxIds), masters(connection, codes)));
    }

    private static Instant ids(Connection connection, String folded, MtoMatch match, List<Long> ids)
            throws SQLException {
        // '.' follows '-', so this is the number and every one that begins with 'X-'. H2 takes an index for one range
        // and
        // not for either of two, so the range comes first and the choice within it after.
        var sql = "select id, synced_at from erp_mto"
                + " where folded >= ? and folded < ? and (folded = ? or folded >= ?)";
        var from = match == MtoMatch.SUB_ORDERS ? folded + "-" : folded;
        var to = match == MtoMatch.SUB_ORDERS ? folded + "." : folded + '\uffff';
        var asOf = Instant.MAX;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, folded);
            statement.setString(2, to);
            statement.setString(3, folded);
            statement.setString(4, from);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    var stamp = rows.getObject(2, OffsetDateTime.class).toInstant();
                    if (stamp.isBefore(asOf)) asOf = stamp;
                }
            }
        }
        return asOf;
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

    private static Map<Long, String> auxTexts(Connection connection, Collection<Long> ids) throws SQLException {
        var texts = new TreeMap<Long, String>();
        try (var statement = connection.prepareStatement("select text from erp_aux_text where aux_id = ?")) {
            for (long id : ids) {
                if (id <= 0) continue;
                statement.setLong(1, id);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) texts.put(id, rows.getString(1));
                }
            }
        }
        return texts;
    }

    private static Map<String, MaterialMaster> masters(Connection connection, Collection<String> codes)
            throws SQLException {
        var masters = new TreeMap<String, MaterialMaster>();
        try (var statement = connection.prepareStatement("select code, name, specification, material_group, category,"
                + " purchased, erp_class from erp_material where code = ?")) {
            for (var code : codes) {
                statement.setString(1, code);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        masters.put(
                                code,
                                new MaterialMaster(
                                        rows.getString(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getString(5),
                                        rows.getBoolean(6),
                                        rows.getString(7)));
                    }
                }
            }
        }
        return masters;
    }

    /// MTO numbers, those synchronised last first.
    public List<String> recent(int count) {
        return database.read(
                handle -> handle.createQuery("select number from erp_mto order by synced_at desc, id desc limit :count")
                        .bind("count", count)
                        .mapTo(String.class)
                        .list());
    }

    /// Stored numbers of which a document was last seen in the half-open interval.
    public Map<String, LocalDate> seenBetween(LocalDate from, LocalDate to) {
        return database.read(handle -> {
            var numbers = new HashMap<String, LocalDate>();
            handle.createQuery("select number, seen_on from erp_mto where seen_on >= :from and seen_on < :to")
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                    .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
            return numbers;
        });
    }

    /// Folded numbers that the run has replaced already.
    public java.util.Set<String> replacedBy(java.util.UUID run) {
        return database.read(handle -> handle.createQuery("select folded from erp_mto where run_id = :run")
                .bind("run", run)
                .mapTo(String.class)
                .collectIntoSet());
    }

    /// How many lines are stored of the form for the numbers.
    public int stored(ErpForm form, Collection<String> numbers) {
        var table = Tables.ALL.stream()
                .filter(one -> one.form() == form)
                .findFirst()
                .orElseThrow();
        return numbers.isEmpty() ? 0 : database.read(handle -> stored(handle, table, numbers));
    }

    private static int stored(Handle handle, DocumentTable<?> table, Collection<String> numbers) {
        return handle.createQuery("select count(*) from " + table.name()
                        + " t join erp_mto m on m.id = t.mto_id where m.folded in (<numbers>)")
                .bindList("numbers", numbers.stream().map(MtoMatch::folded).toList())
                .mapTo(Integer.class)
                .one();
    }

    /// How many documents are stored in all.
    public long total() {
        return database.read(handle -> handle.createQuery("select coalesce(sum(documents), 0) from erp_mto")
                .mapTo(Long.class)
                .one());
    }
}
