package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpForm;
import org.gemba.erp.MtoMatch;
import org.gemba.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// Replaces everything that is stored of some MTO numbers by what was fetched of them, in one transaction: an MTO is
/// wholly as it was or wholly as it is. Forms whose lines did not change are left alone, which makes a second
/// synchronisation cheap; a number without any document is taken away.
public final class DocumentWriter {
    private static final String NONE = "0";
    private static final int ROWS_A_BATCH = 500;

    private final Database database;
    private final MaterialTexts texts = new MaterialTexts();

    public DocumentWriter(Database database) {
        this.database = database;
    }

    /// @param numbers every number that was asked for, with the day on which a document of it was seen last
    /// @param documents what the ERP has of them; documents of other numbers are not looked at
    public void replace(
            Map<String, LocalDate> numbers, DocumentSet documents, UUID run, Instant now, boolean rewriteAll) {
        var lines = byNumber(documents);
        var added = new AtomicReference<MaterialTexts.@Nullable Batch>();
        database.writeBulk(handle -> {
            try {
                var connection = handle.getConnection();
                try (var batch = texts.batch(connection)) {
                    added.set(batch);
                    new Replacement(connection, batch, run, now, rewriteAll).run(numbers, lines);
                }
                return 0;
            } catch (SQLException e) {
                throw new org.jdbi.v3.core.statement.UnableToExecuteStatementException(e, null);
            }
        });
        var batch = added.get();
        if (batch != null) batch.commit();
    }

    private static Map<String, Map<ErpForm, List<DocumentLine>>> byNumber(DocumentSet documents) {
        var result = new HashMap<String, Map<ErpForm, List<DocumentLine>>>();
        for (var form : ErpForm.DOCUMENTS) {
            for (var line : documents.of(form)) {
                result.computeIfAbsent(MtoMatch.folded(line.mtoNumber()), number -> new HashMap<>())
                        .computeIfAbsent(form, any -> new ArrayList<>())
                        .add(line);
            }
        }
        return result;
    }

    private record Stored(long id, String[] fingerprints) {}

    private static final class Replacement {
        private final Connection connection;
        private final MaterialTexts.Batch materials;
        private final UUID run;
        private final Instant now;
        private final boolean rewriteAll;

        Replacement(Connection connection, MaterialTexts.Batch materials, UUID run, Instant now, boolean rewriteAll) {
            this.connection = connection;
            this.materials = materials;
            this.run = run;
            this.now = now;
            this.rewriteAll = rewriteAll;
        }

        void run(Map<String, LocalDate> numbers, Map<String, Map<ErpForm, List<DocumentLine>>> lines)
                throws SQLException {
            var byFolded = new HashMap<String, String>();
            numbers.keySet().forEach(number -> byFolded.putIfAbsent(MtoMatch.folded(number), number));
            var stored = stored(byFolded.keySet());
            var changes = new HashMap<ErpForm, Map<Long, List<DocumentLine>>>();
            var removals = new HashMap<ErpForm, List<Long>>();
            long version = version();
            for (var folded : byFolded.keySet().stream().sorted().toList()) {
                var number = byFolded.get(folded);
                var own = lines.getOrDefault(folded, Map.of());
                one(number, folded, numbers.get(number), own, stored.get(folded), version, changes, removals);
            }
            for (var table : Tables.ALL) {
                delete(table, removals.getOrDefault(table.form(), List.of()));
                insert(table, changes.getOrDefault(table.form(), Map.of()));
            }
        }

        private void one(
                @Nullable String number,
                String folded,
                @Nullable LocalDate seenOn,
                Map<ErpForm, List<DocumentLine>> own,
                @Nullable Stored before,
                long version,
                Map<ErpForm, Map<Long, List<DocumentLine>>> changes,
                Map<ErpForm, List<Long>> removals)
                throws SQLException {
            if (own.isEmpty() && before == null) return;
            var after = ErpForm.DOCUMENTS.stream()
                    .map(form -> fingerprint(own.getOrDefault(form, List.of())))
                    .toArray(String[]::new);
            int count = own.values().stream().mapToInt(List::size).sum();
            long id = before != null ? before.id() : insertMto(spelling(own, number, folded), folded);
            if (own.isEmpty()) removeMto(id);
            else updateMto(id, seenOn, version, count, String.join(",", after));
            for (int i = 0; i < after.length; i++) {
                var form = ErpForm.DOCUMENTS.get(i);
                var old = before == null ? NONE : before.fingerprints()[i];
                if (old.equals(after[i]) && !rewriteAll) continue;
                if (!old.equals(NONE))
                    removals.computeIfAbsent(form, any -> new ArrayList<>()).add(id);
                if (!after[i].equals(NONE)) {
                    changes.computeIfAbsent(form, any -> new java.util.TreeMap<>())
                            .put(id, own.getOrDefault(form, List.of()));
                }
            }
        }

        /// As its documents write it.
        private static String spelling(Map<ErpForm, List<DocumentLine>> own, @Nullable String number, String folded) {
            for (var lines : own.values())
                if (!lines.isEmpty()) return lines.getFirst().mtoNumber();
            return number == null ? folded : number;
        }

        private static String fingerprint(List<DocumentLine> lines) {
            if (lines.isEmpty()) return NONE;
            long hash = 0xcbf29ce484222325L;
            for (var line : lines) {
                var text = line.toString();
                for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return Long.toHexString(hash | 1);
        }

        private Map<String, Stored> stored(Collection<String> folded) throws SQLException {
            var result = new HashMap<String, Stored>();
            var marks = folded.stream().map(any -> "?").collect(Collectors.joining(", "));
            if (folded.isEmpty()) return result;
            try (var statement = connection.prepareStatement(
                    "select id, folded, fingerprints from erp_mto where folded in (" + marks + ")")) {
                int place = 1;
                for (var number : folded) statement.setString(place++, number);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var prints = rows.getString(3).split(",", -1);
                        result.put(
                                rows.getString(2),
                                new Stored(rows.getLong(1), Arrays.copyOf(prints, ErpForm.DOCUMENTS.size())));
                    }
                }
            }
            return result;
        }

        private long version() throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select coalesce(max(version), 0) + 1 from erp_mto")) {
                rows.next();
                return rows.getLong(1);
            }
        }

        private long insertMto(String number, String folded) throws SQLException {
            try (var statement = connection.prepareStatement(
                    "insert into erp_mto (number, folded, synced_at, version, documents, fingerprints)"
                            + " values (?, ?, ?, 0, 0, '')",
                    Statement.RETURN_GENERATED_KEYS)) {
                statement.setString(1, number);
                statement.setString(2, folded);
                statement.setObject(3, now.atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        }

        private void updateMto(long id, @Nullable LocalDate seenOn, long version, int count, String fingerprints)
                throws SQLException {
            try (var statement =
                    connection.prepareStatement("update erp_mto set synced_at = ?, run_id = ?, version = ?,"
                            + " documents = ?, fingerprints = ?, seen_on = coalesce(greatest(seen_on, ?), ?, seen_on)"
                            + " where id = ?")) {
                statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                statement.setObject(2, run);
                statement.setLong(3, version);
                statement.setInt(4, count);
                statement.setString(5, fingerprints);
                statement.setObject(6, seenOn);
                statement.setObject(7, seenOn);
                statement.setLong(8, id);
                statement.executeUpdate();
            }
        }

        private void removeMto(long id) throws SQLException {
            try (var statement = connection.prepareStatement("delete from erp_mto where id = ?")) {
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        }

        private void delete(DocumentTable<?> table, List<Long> ids) throws SQLException {
            if (ids.isEmpty()) return;
            try (var statement = connection.prepareStatement("delete from " + table.name() + " where mto_id = ?")) {
                for (long id : ids) {
                    statement.setLong(1, id);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        private void insert(DocumentTable<?> table, Map<Long, List<DocumentLine>> byMto) throws SQLException {
            if (byMto.isEmpty()) return;
            try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
                int waiting = 0;
                for (var entry : byMto.entrySet()) {
                    for (var line : entry.getValue()) {
                        table.bind(statement, entry.getKey(), materials.id(line), line);
                        statement.addBatch();
                        if (++waiting % ROWS_A_BATCH == 0) statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    }
}
