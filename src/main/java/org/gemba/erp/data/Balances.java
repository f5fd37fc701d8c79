package org.gemba.erp.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.erp.Material;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sums over all stored documents, by MTO and material, for the alerts.
public final class Balances {
    private static final String TEXTS =
            " join (select code, min(id) text_id from erp_material_text group by code) f on f.code = s.code"
                    + " join erp_material_text x on x.id = f.text_id join erp_mto m on m.id = s.mto_id"
                    + " order by m.number, s.code";

    private final Database database;

    private record Customer(String name, @Nullable LocalDate deliveryDate) {
        private static final Customer NONE = new Customer("", null);
    }

    public Balances(Database database) {
        this.database = database;
    }

    /// Applied for and issued, where something was issued.
    public List<PickBalance> picks() {
        return database.read(handle -> {
            var customers = customers(handle);
            return handle.createQuery("select m.number, s.code, x.name, x.specification, s.mto_id, s.applied, s.issued,"
                            + " s.unclear from (select p.mto_id, t.code,"
                            + " sum(case when p.quantified then p.applied else 0 end) applied,"
                            + " sum(case when p.quantified then p.issued else 0 end) issued,"
                            + " sum(case when p.quantified then 0 else 1 end) unclear"
                            + " from erp_pick p join erp_material_text t on t.id = p.material_id"
                            + " group by p.mto_id, t.code"
                            + " having sum(case when p.quantified then p.issued else 0 end) > 0"
                            + " or sum(case when p.quantified then 0 else 1 end) > 0) s" + TEXTS)
                    .map((row, context) -> {
                        var customer = customers.getOrDefault(row.getLong(5), Customer.NONE);
                        return new PickBalance(
                                row.getString(1),
                                material(row),
                                customer.name(),
                                customer.deliveryDate(),
                                number(row, 6),
                                number(row, 7),
                                row.getInt(8));
                    })
                    .list();
        });
    }

    /// Ordered, received into stock and delivered, for what was ordered or delivered.
    public List<ShipBalance> ships() {
        return database.read(handle -> {
            var customers = customers(handle);
            return handle.createQuery("select m.number, s.code, x.name, x.specification, s.mto_id, s.ordered,"
                            + " s.received, s.delivered, s.still_open from (select mto_id, code, sum(ordered) ordered,"
                            + " sum(received) received, sum(delivered) delivered, sum(is_open) still_open,"
                            + " sum(is_sale) sales from ("
                            + lines("quantity", "0", "0", "case when closed then 0 else 1 end", "1", "erp_sales_order")
                            + " union all " + lines("0", "received", "0", "0", "0", "erp_production_receipt")
                            + " union all " + lines("0", "received", "0", "0", "0", "erp_purchase_receipt")
                            + " union all " + lines("0", "0", "delivered", "0", "1", "erp_delivery")
                            + ") u group by mto_id, code having sum(is_sale) > 0) s" + TEXTS)
                    .map((row, context) -> {
                        var customer = customers.getOrDefault(row.getLong(5), Customer.NONE);
                        return new ShipBalance(
                                row.getString(1),
                                material(row),
                                customer.name(),
                                customer.deliveryDate(),
                                number(row, 6),
                                number(row, 7),
                                number(row, 8),
                                row.getInt(9) == 0 && number(row, 6).signum() > 0);
                    })
                    .list();
        });
    }

    private static String lines(
            String ordered, String received, String delivered, String isOpen, String isSale, String table) {
        return "select d.mto_id, t.code, " + ordered + " ordered, " + received + " received, " + delivered
                + " delivered, " + isOpen + " is_open, " + isSale + " is_sale from " + table
                + " d join erp_material_text t on t.id = d.material_id";
    }

    /// Of the first sales order entry of each MTO.
    private static Map<Long, Customer> customers(Handle handle) {
        var customers = new HashMap<Long, Customer>();
        handle.createQuery("select mto_id, customer_name, delivery_date from erp_sales_order order by mto_id, entry_id")
                .map((row, context) ->
                        Map.entry(row.getLong(1), new Customer(row.getString(2), row.getObject(3, LocalDate.class))))
                .forEach(entry -> customers.putIfAbsent(entry.getKey(), entry.getValue()));
        return customers;
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(row.getString(2), row.getString(3), row.getString(4));
    }

    private static BigDecimal number(ResultSet row, int column) throws SQLException {
        var number = row.getBigDecimal(column).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
