package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.OrderSummary;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// What each part's orders come to.
public final class SummaryTable {
    private final Database database;

    public SummaryTable(Database database) {
        this.database = database;
    }

    public Optional<OrderSummary> of(UUID part) {
        return Optional.ofNullable(of(List.of(part)).get(part));
    }

    public Map<UUID, OrderSummary> of(List<UUID> parts) {
        return database.read(handle -> of(handle, parts));
    }

    static Map<UUID, OrderSummary> of(Handle handle, List<UUID> parts) {
        var found = new HashMap<UUID, OrderSummary>();
        for (var some : PartTable.slices(parts)) {
            handle.createQuery("select * from inv_order_summary where part_id in (<ids>)")
                    .bindList("ids", some)
                    .map(SummaryTable::summary)
                    .forEach(summary -> found.put(summary.partId(), summary));
        }
        return found;
    }

    public void put(OrderSummary summary) {
        putAll(List.of(summary));
    }

    public void putAll(List<OrderSummary> summaries) {
        if (summaries.isEmpty()) return;
        database.write(handle -> {
            var deletes = handle.prepareBatch("delete from inv_order_summary where part_id = :partId");
            var inserts = handle.prepareBatch("""
                    insert into inv_order_summary (id, part_id, last_ordered_date, last_ordered_price,
                        last_order_number, supplier_url, total_orders, lowest_price, highest_price,
                        average_price, created_at, updated_at)
                    values (:id, :partId, :lastOrderedDate, :lastOrderedPrice, :lastOrderNumber, :supplierUrl,
                        :totalOrders, :lowestPrice, :highestPrice, :averagePrice, :createdAt, :updatedAt)""");
            for (var summary : summaries) {
                deletes.bindMethods(summary).add();
                inserts.bindMethods(summary).add();
            }
            deletes.execute();
            inserts.execute();
            return summaries.size();
        });
    }

    public void delete(UUID part) {
        database.write(handle -> handle.execute("delete from inv_order_summary where part_id = ?", part));
    }

    private static OrderSummary summary(ResultSet row, StatementContext context) throws SQLException {
        return new OrderSummary(
                row.getObject("id", UUID.class),
                row.getObject("part_id", UUID.class),
                row.getObject("last_ordered_date", LocalDate.class),
                Numbers.plain(row.getBigDecimal("last_ordered_price")),
                row.getString("last_order_number"),
                row.getString("supplier_url"),
                row.getInt("total_orders"),
                Numbers.plain(row.getBigDecimal("lowest_price")),
                Numbers.plain(row.getBigDecimal("highest_price")),
                Numbers.plain(row.getBigDecimal("average_price")),
                Numbers.instant(row, "created_at"),
                Numbers.instant(row, "updated_at"));
    }
}
