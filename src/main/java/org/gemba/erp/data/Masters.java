package org.gemba.erp.data;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gemba.erp.Customer;
import org.gemba.erp.MaterialMaster;
import org.gemba.platform.db.Database;

/// Stores what documents refer to: texts of auxiliary attributes, material masters, customers.
public final class Masters {
    private final Database database;

    public Masters(Database database) {
        this.database = database;
    }

    /// @param asked every id that was asked for; those without a text lose what they had
    public void replaceTexts(Collection<Long> asked, Map<Long, String> texts, Instant now) {
        if (asked.isEmpty()) return;
        database.writeBulk(handle -> {
            var delete = handle.prepareBatch("delete from erp_aux_text where aux_id = ?");
            asked.forEach(id -> delete.bind(0, id).add());
            delete.execute();
            var insert = handle.prepareBatch("insert into erp_aux_text (aux_id, text, synced_at) values (?, ?, ?)");
            texts.forEach(
                    (id, text) -> insert.bind(0, id).bind(1, text).bind(2, now).add());
            if (!texts.isEmpty()) insert.execute();
            return 0;
        });
    }

    /// @param asked every code that was asked for; those that the ERP no longer knows are taken away
    public void replaceMaterials(Collection<String> asked, Collection<MaterialMaster> masters, Instant now) {
        if (asked.isEmpty()) return;
        database.writeBulk(handle -> {
            var delete = handle.prepareBatch("delete from erp_material where code = ?");
            asked.forEach(code -> delete.bind(0, code).add());
            delete.execute();
            var insert = handle.prepareBatch("insert into erp_material (code, name, specification, material_group,"
                    + " category, purchased, erp_class, synced_at) values (?, ?, ?, ?, ?, ?, ?, ?)");
            for (var master : masters) {
                insert.bind(0, master.code())
                        .bind(1, master.name())
                        .bind(2, master.specification())
                        .bind(3, master.group())
                        .bind(4, master.category())
                        .bind(5, master.purchased())
                        .bind(6, master.erpClass())
                        .bind(7, now)
                        .add();
            }
            if (!masters.isEmpty()) insert.execute();
            return 0;
        });
    }

    /// All customers at once; an empty list changes nothing, because no factory has none.
    public void replaceCustomers(List<Customer> customers, Instant now) {
        if (customers.isEmpty()) return;
        database.writeBulk(handle -> {
            handle.execute("delete from erp_customer");
            var insert = handle.prepareBatch(
                    "insert into erp_customer (number, name, invite_code, synced_at, erp_id, active)"
                            + " values (?, ?, ?, ?, ?, ?)");
            customers.forEach(customer -> insert.bind(0, customer.number())
                    .bind(1, customer.name())
                    .bind(2, customer.inviteCode())
                    .bind(3, now)
                    .bind(4, customer.id())
                    .bind(5, customer.active())
                    .add());
            insert.execute();
            return 0;
        });
    }

    /// As the last synchronisation found them, by number.
    public List<Customer> customers() {
        return database.read(handle -> handle.createQuery(
                        "select erp_id, number, name, invite_code, active from erp_customer order by number")
                .map((row, context) -> new Customer(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                .list());
    }
}
