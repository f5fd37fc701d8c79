package org.gemba.erp.data;

import java.util.List;
import org.gemba.erp.Exact;
import org.gemba.erp.Material;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.platform.db.Database;

/// Sums over all stored documents, for the alert lists. An order's customer and date are those of its earliest line.
public final class Balances {
    private static final String PARENT = """
            with parent as (
                select mto_number, min(delivery_date) as delivery_date, min(customer_name) as customer_name
                from erp_sales_order group by mto_number
            )
            """;

    private final Database database;

    public Balances(Database database) {
        this.database = database;
    }

    /// Issued against applied for, where something was issued.
    public List<PickBalance> picks() {
        return database.read(handle -> handle.createQuery(PARENT + """
                select p.mto_number, p.material_code, max(p.material_name) as material_name,
                    max(p.specification) as specification, max(parent.customer_name) as customer_name,
                    max(parent.delivery_date) as delivery_date, sum(p.applied) as applied, sum(p.issued) as issued
                from erp_pick p left join parent on parent.mto_number = p.mto_number
                group by p.mto_number, p.material_code
                having sum(p.issued) > 0
                order by p.mto_number, p.material_code""")
                .map((row, context) -> new PickBalance(
                        row.getString("mto_number"),
                        new Material(
                                row.getString("material_code"),
                                row.getString("material_name"),
                                row.getString("specification")),
                        text(row.getString("customer_name")),
                        DocumentTable.day(row, "delivery_date"),
                        Exact.plain(row.getBigDecimal("applied")),
                        Exact.plain(row.getBigDecimal("issued")),
                        0))
                .list());
    }

    /// Ordered, received into stock and delivered, by finished good.
    public List<ShipBalance> shipments() {
        return database.read(handle -> handle.createQuery("""
                with ordered as (
                    select mto_number, material_code, max(material_name) as material_name,
                        max(specification) as specification, min(customer_name) as customer_name,
                        min(delivery_date) as delivery_date, sum(quantity) as quantity,
                        min(case when is_closed then 1 else 0 end) as closed
                    from erp_sales_order group by mto_number, material_code
                ), received as (
                    select mto_number, material_code, sum(received) as quantity from (
                        select mto_number, material_code, received from erp_production_receipt
                        union all select mto_number, material_code, received from erp_purchase_receipt
                    ) both_kinds group by mto_number, material_code
                ), delivered as (
                    select mto_number, material_code, sum(delivered) as quantity
                    from erp_delivery group by mto_number, material_code
                )
                select o.*, coalesce(r.quantity, 0) as received, coalesce(d.quantity, 0) as delivered
                from ordered o
                left join received r on r.mto_number = o.mto_number and r.material_code = o.material_code
                left join delivered d on d.mto_number = o.mto_number and d.material_code = o.material_code
                order by o.mto_number, o.material_code""")
                .map((row, context) -> new ShipBalance(
                        row.getString("mto_number"),
                        new Material(
                                row.getString("material_code"),
                                row.getString("material_name"),
                                row.getString("specification")),
                        row.getString("customer_name"),
                        DocumentTable.day(row, "delivery_date"),
                        Exact.plain(row.getBigDecimal("quantity")),
                        Exact.plain(row.getBigDecimal("received")),
                        Exact.plain(row.getBigDecimal("delivered")),
                        row.getInt("closed") == 1))
                .list());
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
