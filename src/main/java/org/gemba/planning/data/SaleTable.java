package org.gemba.planning.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.gemba.planning.Sale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The sales history.
public final class SaleTable {
    private SaleTable() {}

    /// Units and money of a span of days.
    public record Sum(BigDecimal quantity, BigDecimal revenue) {}

    /// Inserts or replaces.
    public static void put(Handle handle, List<Sale> sales, Instant now) {
        if (sales.isEmpty()) return;
        var batch = handle.prepareBatch("merge into planning_sale t using (values (cast(:product as bigint),"
                + " cast(:day as date), cast(:location as varchar), cast(:source as varchar),"
                + " cast(:external as varchar), cast(:quantity as numeric(18, 4)), cast(:revenue as numeric(18, 4)),"
                + " cast(:now as timestamp(6) with time zone))) s (product_id, sale_date, location, source,"
                + " external_id, quantity, revenue, told_at) on t.product_id = s.product_id and t.sale_date ="
                + " s.sale_date and t.location = s.location and t.source = s.source and t.external_id ="
                + " s.external_id when matched then update set quantity = s.quantity, revenue = s.revenue, told_at ="
                + " s.told_at when not matched then insert (product_id, sale_date, location, source, external_id,"
                + " quantity, revenue, told_at) values (s.product_id, s.sale_date, s.location, s.source,"
                + " s.external_id, s.quantity, s.revenue, s.told_at)");
        for (var sale : sales) {
            batch.bind("product", sale.productId())
                    .bind("day", sale.day())
                    .bind("location", sale.location())
                    .bind("source", sale.source())
                    .bind("external", sale.externalId())
                    .bind("quantity", sale.quantity())
                    .bind("revenue", sale.revenue())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /// Takes back a line that its source has cancelled.
    public static int remove(Handle handle, String source, String externalId) {
        return handle.execute("delete from planning_sale where source = ? and external_id = ?", source, externalId);
    }

    /// Both days belong to it.
    public static Sum sum(Handle handle, long productId, LocalDate from, LocalDate to) {
        return handle.createQuery("select coalesce(sum(quantity), 0) as quantity, coalesce(sum(revenue), 0) as revenue"
                        + " from planning_sale where product_id = :product and sale_date >= :from and sale_date <= :to")
                .bind("product", productId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Sum(row.getBigDecimal("quantity"), row.getBigDecimal("revenue")))
                .one();
    }

    /// Units a day of one product, for the days that have any, in their order.
    ///
    /// @param location null for all places together
    /// @param without a source whose rows are not counted, because its terms forbid to learn from them; empty for none
    public static SequencedMap<LocalDate, BigDecimal> daily(
            Handle handle, long productId, @Nullable String location, String without) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        var query = handle.createQuery("select sale_date, sum(quantity) as quantity from planning_sale where"
                        + " product_id = :product and source <> :without"
                        + (location == null ? "" : " and location = :location")
                        + " group by sale_date")
                .bind("product", productId)
                .bind("without", without);
        if (location != null) query.bind("location", location);
        query.map((row, context) ->
                        Map.entry(row.getObject("sale_date", LocalDate.class), row.getBigDecimal("quantity")))
                .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
        return days;
    }
}
