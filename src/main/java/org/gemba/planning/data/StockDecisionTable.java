package org.gemba.planning.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.planning.StockAnswer;
import org.gemba.planning.StockOrder;
import org.jdbi.v3.core.Handle;

/// The runs of the stock optimiser, and what it reads beside products and places.
public final class StockDecisionTable {
    private StockDecisionTable() {}

    public static void insert(Handle handle, UUID task, StockOrder order, StockAnswer answer, Instant at, String who) {
        handle.execute(
                "insert into planning_stock_decision (task_id, request, answer, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?)",
                task,
                Texts.of(order),
                Texts.of(answer),
                at,
                who);
    }

    /// Empty until the run has ended.
    public static Optional<StockAnswer> answer(Handle handle, UUID task) {
        return handle.createQuery("select answer from planning_stock_decision where task_id = :task")
                .bind("task", task)
                .mapTo(String.class)
                .findOne()
                .map(text -> Texts.read(text, StockAnswer.class));
    }

    /// Units a product sold at each place since a day.
    public static Map<String, BigDecimal> soldByPlace(Handle handle, long productId, LocalDate from) {
        Map<String, BigDecimal> sold = new HashMap<>();
        handle.createQuery("select location, sum(quantity) as quantity from planning_sale"
                        + " where product_id = :product and sale_date >= :from group by location")
                .bind("product", productId)
                .bind("from", from)
                .map((row, context) -> Map.entry(row.getString("location"), row.getBigDecimal("quantity")))
                .forEach(entry -> sold.put(entry.getKey(), entry.getValue()));
        return sold;
    }
}
