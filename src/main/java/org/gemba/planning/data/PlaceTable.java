package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gemba.planning.StockPlace;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;

/// Stock by product and place.
public final class PlaceTable {
    private PlaceTable() {}

    public static List<StockPlace> of(Handle handle, long productId) {
        return handle.createQuery("select * from planning_stock where product_id = :product order by location")
                .bind("product", productId)
                .map((row, context) -> place(row))
                .list();
    }

    public static List<StockPlace> all(Handle handle) {
        return handle.createQuery("select * from planning_stock order by product_id, location")
                .map((row, context) -> place(row))
                .list();
    }

    /// Inserts or replaces; a place without a maximum keeps the one that it has.
    public static void put(Handle handle, List<StockPlace> places) {
        if (places.isEmpty()) return;
        var batch = handle.prepareBatch("merge into planning_stock t using (values (cast(:product as bigint),"
                + " cast(:location as varchar), cast(:available as numeric(18, 4)), cast(:reserved as numeric(18, 4)),"
                + " cast(:most as numeric(18, 4)), cast(:source as varchar),"
                + " cast(:told as timestamp(6) with time zone))) s (product_id, location, available, reserved,"
                + " max_level, source, told_at) on t.product_id = s.product_id and t.location = s.location when"
                + " matched then update set available = s.available, reserved = s.reserved, max_level ="
                + " coalesce(s.max_level, t.max_level), source = s.source, told_at = s.told_at when not matched then"
                + " insert (product_id, location, available, reserved, max_level, source, told_at) values"
                + " (s.product_id, s.location, s.available, s.reserved, s.max_level, s.source, s.told_at)");
        for (var place : places) {
            batch.bind("product", place.productId())
                    .bind("location", place.location())
                    .bind("available", place.available())
                    .bind("reserved", place.reserved())
                    .bind("most", place.maxLevel())
                    .bind("source", place.source())
                    .bind("told", place.toldAt())
                    .add();
        }
        batch.execute();
    }

    private static StockPlace place(ResultSet row) throws SQLException {
        return new StockPlace(
                row.getLong("product_id"),
                row.getString("location"),
                Cells.number(row, "available"),
                Cells.number(row, "reserved"),
                Cells.numberOrNull(row, "max_level"),
                row.getString("source"),
                Cells.instant(row, "told_at"));
    }
}
