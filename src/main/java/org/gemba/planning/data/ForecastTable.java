package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.planning.ForecastContent;
import org.gemba.planning.ForecastFilter;
import org.gemba.planning.StoredForecast;
import org.gemba.platform.db.Cells;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The forecasts that were given out.
public final class ForecastTable {
    private ForecastTable() {}

    /// @return the id it was given
    public static long insert(Handle handle, StoredForecast forecast) {
        var measured = forecast.content().accuracy();
        return handle.createUpdate(
                        "insert into planning_forecast (task_id, product_id, method, horizon_days, first_day,"
                                + " mape, mae, content, created_at, created_by) values (:task, :product, :method, :horizon,"
                                + " :first, :mape, :mae, :content, :at, :who)")
                .bind("task", forecast.taskId())
                .bind("product", forecast.productId())
                .bind("method", forecast.method())
                .bind("horizon", forecast.content().mean().size())
                .bind("first", forecast.content().firstDay())
                .bind("mape", measured == null ? null : measured.mape())
                .bind("mae", measured == null ? null : measured.mae())
                .bind("content", Texts.of(forecast.content()))
                .bind("at", forecast.createdAt())
                .bind("who", forecast.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /// @throws AppError.NotFound when there is none
    public static StoredForecast get(Handle handle, long id) {
        return handle.createQuery("select * from planning_forecast where id = :id")
                .bind("id", id)
                .map((row, context) -> forecast(row))
                .findOne()
                .orElseThrow(() -> new AppError.NotFound("Forecast", String.valueOf(id)));
    }

    /// Those of a task, in the order of their making.
    public static List<StoredForecast> ofTask(Handle handle, UUID task) {
        return handle.createQuery("select * from planning_forecast where task_id = :task order by id")
                .bind("task", task)
                .map((row, context) -> forecast(row))
                .list();
    }

    /// The newest of a product.
    public static Optional<StoredForecast> newest(Handle handle, long productId) {
        return handle.createQuery("select * from planning_forecast where product_id = :product"
                        + " order by created_at desc, id desc fetch first 1 row only")
                .bind("product", productId)
                .map((row, context) -> forecast(row))
                .findOne();
    }

    /// The newest first.
    public static List<StoredForecast> list(Handle handle, ForecastFilter filter) {
        var query = handle.createQuery("select * from planning_forecast" + where(filter)
                        + " order by created_at desc, id desc offset :offset rows fetch next :limit rows only")
                .bind("offset", filter.offset())
                .bind("limit", filter.limit());
        return bound(query, filter).map((row, context) -> forecast(row)).list();
    }

    public static long count(Handle handle, ForecastFilter filter) {
        return bound(handle.createQuery("select count(*) from planning_forecast" + where(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    private static String where(ForecastFilter filter) {
        var conditions = new ArrayList<String>();
        if (filter.productId() != null) conditions.add("product_id = :product");
        if (filter.method() != null) conditions.add("method = :method");
        if (filter.from() != null) conditions.add("created_at >= :from");
        if (filter.to() != null) conditions.add("created_at < :to");
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ForecastFilter filter) {
        if (filter.productId() != null) statement.bind("product", filter.productId());
        if (filter.method() != null) statement.bind("method", filter.method());
        if (filter.from() != null) statement.bind("from", filter.from());
        if (filter.to() != null) statement.bind("to", filter.to());
        return statement;
    }

    private static StoredForecast forecast(ResultSet row) throws SQLException {
        return new StoredForecast(
                row.getLong("id"),
                row.getObject("task_id", UUID.class),
                row.getLong("product_id"),
                row.getString("method"),
                Texts.read(row.getString("content"), ForecastContent.class),
                Cells.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
