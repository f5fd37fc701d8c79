package org.gemba.assistant.sql;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.jdbi.v3.core.Handle;

/// A real database with 300 rows of each kind of document, in 50 orders.
public final class ReportDatabase {
    public static final int ROWS = 300;

    /// Table, and its columns beside those that every table has.
    private static final Map<String, String> TABLES = Map.of(
            "sales_order",
                    "customer_number, customer_name, order_date, delivery_date, quantity,"
                            + " bom_short_name, closed, document_status | 'C' || mod(n, 7), 'Customer ' || mod(n, 7),"
                            + " date '2026-01-01' + mod(n, 200), date '2026-03-01', n, 'B', false, 'C'",
            "production_order", "workshop, quantity, status, created_on | 'W' || mod(n, 3), n, '4', date '2026-01-01'",
            "component", "production_order_no, material_type, needed, picked," + " not_picked | 'MO-' || n, 1, n, n, 0",
            "production_receipt", "production_order_no, expected, received | 'MO-' || n, n, n",
            "purchase_order", "ordered, received, still_open | n, n - mod(n, 5), mod(n, 5)",
            "purchase_receipt", "subcontract, expected, received | false, n, n",
            "subcontract_order", "ordered, received, still_open | n, n, 0",
            "pick", "component_list_no, applied, issued, quantified | 'PP-' || n, n, n + mod(n, 2), true",
            "delivery", "delivered_on, expected, delivered | date '2026-03-01', n, n / 2.0");

    private ReportDatabase() {}

    public static Database open(Path folder) {
        var database = TestDatabase.open(folder);
        database.write(handle -> {
            handle.execute(
                    "insert into erp_mto (id, number, folded, synced_at, version, documents, fingerprints) select"
                            + " n, 'AK' || (2510000 + n - 1), 'ak' || (2510000 + n - 1), timestamp '2026-03-01 08:00:00', 1, 1, ''"
                            + numbers(50));
            handle.execute("insert into erp_material_text (id, code, name, specification, material_group, category,"
                    + " purchased) select n, '07.' || mod(n, 9), '面板 ' || n, '', '', '', false" + numbers(ROWS));
            TABLES.forEach((table, columns) -> fill(handle, table, columns.split(" \\| ", 2)));
            return ROWS;
        });
        return database;
    }

    private static void fill(Handle handle, String table, String[] columnsAndValues) {
        handle.execute("insert into erp_" + table + "(bill_no, entry_id, mto_id, material_id, aux_id, "
                + columnsAndValues[0] + ") select 'MO-' || n, n, 1 + mod(n, 50), n, 0, " + columnsAndValues[1]
                + numbers(ROWS));
    }

    private static String numbers(int count) {
        return " from (select \"X\" as n from system_range(1, " + count + ")) numbers";
    }

    /// Everything that is in the database, and how it is set.
    public static String fingerprint(Database database) {
        return database.write(handle -> {
            var lines = new TreeSet<>(
                    handle.createQuery("script nopasswords").mapTo(String.class).list());
            lines.removeIf(line -> line.toLowerCase(java.util.Locale.ROOT).contains("ack_mark"));
            return Integer.toHexString(String.join("\n", lines).hashCode()) + "/" + lines.size();
        });
    }
}
