package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.MtoDocuments;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The documents as last synchronised.
public final class DocumentStore {
    private final Database database;
    private final boolean plainPrefix;

    public DocumentStore(Database database, boolean plainPrefix) {
        this.database = database;
        this.plainPrefix = plainPrefix;
    }

    /// Puts what was fetched in the place of what was there, for all these numbers at once: no reader sees half of it,
    /// and a number that the ERP no longer knows is gone.
    ///
    /// @param mtoNumbers all that were asked for, with or without documents
    /// @param foundOn a day of the interval in which they were found
    public void replace(Set<String> mtoNumbers, DocumentSet documents, Instant at, LocalDate foundOn) {
        database.writeBulk(handle -> run(handle, connection -> {
            for (var table : DocumentTables.ALL) table.deleteOf(connection, mtoNumbers);
            DocumentTables.SALES_ORDERS.insert(connection, documents.salesOrders());
            DocumentTables.PRODUCTION_ORDERS.insert(connection, documents.productionOrders());
            DocumentTables.COMPONENTS.insert(connection, documents.components());
            DocumentTables.PRODUCTION_RECEIPTS.insert(connection, documents.productionReceipts());
            DocumentTables.PURCHASE_ORDERS.insert(connection, documents.purchaseOrders());
            DocumentTables.PURCHASE_RECEIPTS.insert(connection, documents.purchaseReceipts());
            DocumentTables.SUBCONTRACT_ORDERS.insert(connection, documents.subcontractOrders());
            DocumentTables.PICKS.insert(connection, documents.picks());
            DocumentTables.DELIVERIES.insert(connection, documents.deliveries());
            auxTexts(connection, documents.auxTexts());
            materials(connection, documents.materials().values());
            stamps(connection, mtoNumbers, documents, at, foundOn);
            return documents.size();
        }));
    }

    /// What is stored about one number and its sub-orders; empty when nothing is.
    public Optional<MtoDocuments> about(String mtoNumber) {
        var range = new MtoRange(mtoNumber, plainPrefix);
        return database.read(handle -> run(handle, connection -> {
            var asOf = oldest(connection, range);
            if (asOf == null) return Optional.empty();
            var set = new DocumentSet(
                    DocumentTables.SALES_ORDERS.about(connection, range),
                    DocumentTables.PRODUCTION_ORDERS.about(connection, range),
                    DocumentTables.COMPONENTS.about(connection, range),
                    DocumentTables.PRODUCTION_RECEIPTS.about(connection, range),
                    DocumentTables.PURCHASE_ORDERS.about(connection, range),
                    DocumentTables.PURCHASE_RECEIPTS.about(connection, range),
                    DocumentTables.SUBCONTRACT_ORDERS.about(connection, range),
                    DocumentTables.PICKS.about(connection, range),
                    DocumentTables.DELIVERIES.about(connection, range),
                    auxTextsAbout(connection, range),
                    materialsAbout(connection, range));
            return Optional.of(set.about(mtoNumber, false, asOf));
        }));
    }

    /// Numbers that earlier runs found in these days: what the ERP no longer brings must be asked for all the same.
    public Set<String> foundWithin(LocalDate from, LocalDate to) {
        return database.read(handle -> new TreeSet<>(handle.createQuery("""
                select mto_number from erp_mto where found_on >= :from and found_on < :to
                union
                select mto_number from erp_production_order where created_on >= :from and created_on < :to""")
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .list()));
    }

    /// When each of these numbers was fetched last; those never fetched are absent.
    public Map<String, Instant> stamps(Collection<String> numbers) {
        var stamps = new HashMap<String, Instant>();
        database.read(handle -> run(handle, connection -> {
            try (var statement = connection.prepareStatement("select synced_at from erp_mto where mto_number = ?")) {
                for (var number : numbers) {
                    statement.setString(1, number);
                    try (var rows = statement.executeQuery()) {
                        if (rows.next()) stamps.put(number, rows.getTimestamp(1).toInstant());
                    }
                }
            }
            return stamps.size();
        }));
        return stamps;
    }

    /// Numbers, those synchronised last first.
    public List<String> recent(int count) {
        return database.read(handle -> handle.createQuery(
                        "select mto_number from erp_mto order by synced_at desc, mto_number desc limit :count")
                .bind("count", count)
                .mapTo(String.class)
                .list());
    }

    /// The stamp of the last documents that were stored.
    public Optional<Instant> newest() {
        return database.read(handle -> handle.createQuery("select max(synced_at) from erp_mto")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .one());
    }

    private static @Nullable Instant oldest(Connection connection, MtoRange range) throws SQLException {
        try (var statement =
                connection.prepareStatement("select min(synced_at) from erp_mto where " + MtoRange.CONDITION)) {
            range.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                var stamp = rows.next() ? rows.getTimestamp(1) : null;
                return stamp == null ? null : stamp.toInstant();
            }
        }
    }

    private static void stamps(
            Connection connection, Set<String> numbers, DocumentSet documents, Instant at, LocalDate foundOn)
            throws SQLException {
        var alive = numbersIn(documents);
        try (var delete = connection.prepareStatement("delete from erp_mto where mto_number = ?");
                var insert = connection.prepareStatement(
                        "insert into erp_mto (mto_number, synced_at, found_on) values (?, ?, ?)")) {
            for (var number : numbers) {
                delete.setString(1, number);
                delete.addBatch();
                if (!alive.contains(number)) continue;
                insert.setString(1, number);
                insert.setTimestamp(2, Timestamp.from(at));
                insert.setDate(3, Date.valueOf(foundOn));
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static Set<String> numbersIn(DocumentSet set) {
        var numbers = new TreeSet<String>();
        set.salesOrders().forEach(line -> numbers.add(line.mtoNumber()));
        set.productionOrders().forEach(line -> numbers.add(line.mtoNumber()));
        set.components().forEach(line -> numbers.add(line.mtoNumber()));
        set.productionReceipts().forEach(line -> numbers.add(line.mtoNumber()));
        set.purchaseOrders().forEach(line -> numbers.add(line.mtoNumber()));
        set.purchaseReceipts().forEach(line -> numbers.add(line.mtoNumber()));
        set.subcontractOrders().forEach(line -> numbers.add(line.mtoNumber()));
        set.picks().forEach(line -> numbers.add(line.mtoNumber()));
        set.deliveries().forEach(line -> numbers.add(line.mtoNumber()));
        return numbers;
    }

    private static void auxTexts(Connection connection, Map<Long, String> texts) throws SQLException {
        if (texts.isEmpty()) return;
        try (var delete = connection.prepareStatement("delete from erp_aux_text where aux_id = ?");
                var insert = connection.prepareStatement("insert into erp_aux_text (aux_id, content) values (?, ?)")) {
            for (var text : texts.entrySet()) {
                delete.setLong(1, text.getKey());
                delete.addBatch();
                insert.setLong(1, text.getKey());
                insert.setString(2, text.getValue());
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static void materials(Connection connection, Collection<MaterialMaster> masters) throws SQLException {
        if (masters.isEmpty()) return;
        try (var delete = connection.prepareStatement("delete from erp_material where code = ?");
                var insert = connection.prepareStatement("insert into erp_material (code, name, specification,"
                        + " material_group, category, is_purchased, erp_class) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (var master : masters) {
                delete.setString(1, master.code());
                delete.addBatch();
                new DocumentTable.Cells(insert)
                        .add(master.code())
                        .add(master.name())
                        .add(master.specification())
                        .add(master.group())
                        .add(master.category())
                        .add(master.purchased())
                        .add(master.erpClass());
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static Map<Long, String> auxTextsAbout(Connection connection, MtoRange range) throws SQLException {
        var texts = new HashMap<Long, String>();
        var sql = "select aux_id, content from erp_aux_text where aux_id in (" + union("aux_id") + ")";
        try (var statement = connection.prepareStatement(sql)) {
            bindAll(statement, range);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) texts.put(rows.getLong(1), rows.getString(2));
            }
        }
        return Map.copyOf(texts);
    }

    private static Map<String, MaterialMaster> materialsAbout(Connection connection, MtoRange range)
            throws SQLException {
        var masters = new HashMap<String, MaterialMaster>();
        var sql = "select * from erp_material where code in (" + union("material_code") + ")";
        try (var statement = connection.prepareStatement(sql)) {
            bindAll(statement, range);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var master = new MaterialMaster(
                            rows.getString("code"),
                            rows.getString("name"),
                            rows.getString("specification"),
                            rows.getString("material_group"),
                            rows.getString("category"),
                            rows.getBoolean("is_purchased"),
                            rows.getString("erp_class"));
                    masters.put(master.code(), master);
                }
            }
        }
        return Map.copyOf(masters);
    }

    private static String union(String column) {
        var parts = new ArrayList<String>();
        for (var table : DocumentTables.ALL) {
            parts.add("select " + column + " from " + table.name() + " where " + MtoRange.CONDITION);
        }
        return String.join(" union ", parts);
    }

    private static void bindAll(java.sql.PreparedStatement statement, MtoRange range) throws SQLException {
        for (int i = 0; i < DocumentTables.ALL.size(); i++) range.bind(statement, i * 3 + 1);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static <T> T run(Handle handle, Work<T> work) {
        try {
            return work.with(handle.getConnection());
        } catch (SQLException e) {
            throw new org.jdbi.v3.core.statement.UnableToExecuteStatementException(e, null);
        }
    }
}
