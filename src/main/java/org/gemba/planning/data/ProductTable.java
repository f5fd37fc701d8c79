package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.planning.NewProduct;
import org.gemba.planning.Product;
import org.gemba.planning.ProductFilter;
import org.gemba.platform.db.Cells;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The products.
public final class ProductTable {
    private ProductTable() {}

    public static Optional<Product> find(Handle handle, long id) {
        return handle.createQuery("select * from planning_product where id = :id")
                .bind("id", id)
                .map((row, context) -> product(row))
                .findOne();
    }

    /// @throws AppError.NotFound when there is none
    public static Product get(Handle handle, long id) {
        return find(handle, id).orElseThrow(() -> new AppError.NotFound("Product", String.valueOf(id)));
    }

    /// @param except the product that may have it
    /// @throws AppError.Conflict when another has this SKU
    public static void refuseDouble(Handle handle, String sku, long except) {
        var other = findBySku(handle, sku);
        if (other.isPresent() && other.get().id() != except) {
            throw new AppError.Conflict("SKU " + sku.strip() + " already exists");
        }
    }

    public static Optional<Product> findBySku(Handle handle, String sku) {
        return handle.createQuery("select * from planning_product where sku_folded = :sku")
                .bind("sku", folded(sku))
                .map((row, context) -> product(row))
                .findOne();
    }

    /// The ids of those of these SKUs that exist, by the SKU as it was asked for.
    public static Map<String, Long> idsBySku(Handle handle, List<String> skus) {
        var ids = new HashMap<String, Long>();
        if (skus.isEmpty()) return ids;
        var found = new HashMap<String, Long>();
        handle.createQuery("select id, sku_folded from planning_product where sku_folded in (<skus>)")
                .bindList(
                        "skus",
                        skus.stream().map(ProductTable::folded).distinct().toList())
                .map((row, context) -> found.put(row.getString("sku_folded"), row.getLong("id")))
                .list();
        for (var sku : skus) {
            var id = found.get(folded(sku));
            if (id != null) ids.put(sku, id);
        }
        return ids;
    }

    /// Those of these ids that exist.
    public static Set<Long> known(Handle handle, List<Long> ids) {
        return all(handle, ids.stream().distinct().toList()).stream()
                .map(Product::id)
                .collect(Collectors.toSet());
    }

    public static List<Product> all(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return handle.createQuery("select * from planning_product where id in (<ids>) order by id")
                .bindList("ids", ids)
                .map((row, context) -> product(row))
                .list();
    }

    public static List<Product> list(Handle handle, ProductFilter filter) {
        var query = handle.createQuery("select * from planning_product" + where(filter)
                        + " order by name, id limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset());
        return bound(query, filter).map((row, context) -> product(row)).list();
    }

    public static long count(Handle handle, ProductFilter filter) {
        return bound(handle.createQuery("select count(*) from planning_product" + where(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    private static String where(ProductFilter filter) {
        var conditions = new ArrayList<String>();
        if (filter.search() != null) {
            conditions.add("(lower(name) like :search escape '!' or sku_folded like :search escape '!')");
        }
        if (filter.market() != null) conditions.add("market = :market");
        if (filter.productType() != null) conditions.add("product_type = :type");
        if (filter.active() != null) conditions.add("is_active = :active");
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ProductFilter filter) {
        if (filter.search() != null) statement.bind("search", "%" + literal(folded(filter.search())) + "%");
        if (filter.market() != null) statement.bind("market", filter.market());
        if (filter.productType() != null) statement.bind("type", filter.productType());
        if (filter.active() != null) statement.bind("active", filter.active());
        return statement;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// @return the id it was given
    public static long insert(Handle handle, NewProduct product, Instant now) {
        return handle.createUpdate("insert into planning_product (name, sku, sku_folded, product_type, market,"
                        + " cost_price, selling_price, lead_time_days, is_active, created_at, updated_at, version)"
                        + " values (:name, :sku, :folded, :type, :market, :cost, :price, :lead, true, :now, :now, 1)")
                .bind("name", product.name().strip())
                .bind("sku", product.sku().strip())
                .bind("folded", folded(product.sku()))
                .bind("type", product.productType())
                .bind("market", product.market())
                .bind("cost", product.costPrice())
                .bind("price", product.sellingPrice())
                .bind("lead", product.leadTimeDays())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public static void update(Handle handle, Product product) {
        handle.execute(
                "update planning_product set name = ?, sku = ?, sku_folded = ?, product_type = ?, market = ?,"
                        + " cost_price = ?, selling_price = ?, lead_time_days = ?, is_active = ?, updated_at = ?,"
                        + " version = ? where id = ?",
                product.name(),
                product.sku(),
                folded(product.sku()),
                product.productType(),
                product.market(),
                product.costPrice(),
                product.sellingPrice(),
                product.leadTimeDays(),
                product.isActive(),
                product.updatedAt(),
                product.version(),
                product.id());
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sku"),
                row.getString("product_type"),
                row.getString("market"),
                Cells.number(row, "cost_price"),
                Cells.number(row, "selling_price"),
                row.getInt("lead_time_days"),
                row.getBoolean("is_active"),
                Cells.instant(row, "created_at"),
                Cells.instant(row, "updated_at"),
                row.getInt("version"));
    }
}
