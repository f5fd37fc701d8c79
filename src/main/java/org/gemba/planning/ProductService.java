package org.gemba.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.PlaceTable;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.SaleTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;

/// The products that are planned. A deleted product is kept inactive, because its history stays true.
public final class ProductService {
    private static final int STATS_DAYS = 30;
    private static final long MOST_PRICE = 1_000_000_000L;
    private static final int MOST_LEAD_DAYS = 3_650;

    private final Ground ground;
    private final ProductSettings settings;

    ProductService(Ground ground, ProductSettings settings) {
        this.ground = ground;
        this.settings = settings;
    }

    /// The types and markets that products may have.
    public ProductSettings settings() {
        return settings;
    }

    /// One page of a list.
    public record Found(List<Product> products, long total) {}

    public Found list(Caller caller, ProductFilter filter) {
        caller.require(Permission.PLANNING_READ);
        return ground.database()
                .read(handle -> new Found(ProductTable.list(handle, filter), ProductTable.count(handle, filter)));
    }

    /// @throws AppError.NotFound when there is none
    public ProductDetail find(Caller caller, long id) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> {
            var product = ProductTable.get(handle, id);
            var today = ground.today();
            var sum = SaleTable.sum(handle, id, today.minusDays(STATS_DAYS), today.minusDays(1));
            var average = sum.quantity().divide(BigDecimal.valueOf(STATS_DAYS), 2, RoundingMode.HALF_UP);
            return new ProductDetail(product, sum.quantity(), sum.revenue(), average, PlaceTable.of(handle, id));
        });
    }

    /// @throws AppError.Conflict when another has its SKU
    public Product add(Caller caller, NewProduct asked) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        faults.text("name", asked.name(), 1, 200);
        faults.text("sku", asked.sku(), 1, 80);
        check(faults, asked.productType(), asked.market(), asked.costPrice(), asked.sellingPrice());
        faults.range("lead_time_days", asked.leadTimeDays(), 0, MOST_LEAD_DAYS);
        faults.check();
        var added = ground.database().write(handle -> {
            ProductTable.refuseDouble(handle, asked.sku(), 0);
            long id = ProductTable.insert(handle, asked, ground.now());
            var product = ProductTable.get(handle, id);
            ground.audit(handle, caller, "create", "planning_product", id, null, product);
            return product;
        });
        ground.events().publish(new PlanningChange.ProductChanged(added.id()));
        return added;
    }

    /// @throws AppError.Conflict when somebody else changed it meanwhile, or another has its new SKU
    public Product change(Caller caller, long id, ProductChange asked) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        faults.text("name", asked.name(), 1, 200);
        faults.text("sku", asked.sku(), 1, 80);
        faults.oneOf("product_type", asked.productType(), settings.types());
        faults.oneOf("market", asked.market(), settings.markets());
        faults.positive("cost_price", asked.costPrice(), MOST_PRICE);
        faults.positive("selling_price", asked.sellingPrice(), MOST_PRICE);
        faults.range("lead_time_days", asked.leadTimeDays(), 0, MOST_LEAD_DAYS);
        faults.check();
        var changed = ground.database().write(handle -> {
            var before = ProductTable.get(handle, id);
            if (asked.version() != null && asked.version() != before.version()) throw stale(before);
            if (asked.sku() != null) ProductTable.refuseDouble(handle, asked.sku(), id);
            ProductTable.update(handle, merged(before, asked));
            var after = ProductTable.get(handle, id);
            ground.audit(handle, caller, "update", "planning_product", id, before, after);
            return after;
        });
        ground.events().publish(new PlanningChange.ProductChanged(id));
        return changed;
    }

    /// Makes it inactive; a second time there is nothing to delete.
    ///
    /// @throws AppError.NotFound when there is none that is active
    public void delete(Caller caller, long id) {
        caller.require(Permission.PLANNING_WRITE);
        ground.database().write(handle -> {
            var before = ProductTable.get(handle, id);
            if (!before.isActive()) throw unknown(id);
            var off = new ProductChange(null, null, null, null, null, null, null, false, null);
            ProductTable.update(handle, merged(before, off));
            ground.audit(handle, caller, "delete", "planning_product", id, before, null);
            return before;
        });
        ground.events().publish(new PlanningChange.ProductChanged(id));
    }

    private void check(Faults faults, String type, String market, BigDecimal cost, BigDecimal price) {
        faults.oneOf("product_type", type, settings.types());
        faults.oneOf("market", market, settings.markets());
        faults.positive("cost_price", cost, MOST_PRICE);
        faults.positive("selling_price", price, MOST_PRICE);
    }

    private Product merged(Product before, ProductChange asked) {
        return new Product(
                before.id(),
                asked.name() == null ? before.name() : asked.name().strip(),
                asked.sku() == null ? before.sku() : asked.sku().strip(),
                asked.productType() == null ? before.productType() : asked.productType(),
                asked.market() == null ? before.market() : asked.market(),
                asked.costPrice() == null ? before.costPrice() : asked.costPrice(),
                asked.sellingPrice() == null ? before.sellingPrice() : asked.sellingPrice(),
                asked.leadTimeDays() == null ? before.leadTimeDays() : asked.leadTimeDays(),
                asked.isActive() == null ? before.isActive() : asked.isActive(),
                before.createdAt(),
                ground.now(),
                before.version() + 1);
    }

    private static AppError.NotFound unknown(long id) {
        return new AppError.NotFound("Product", String.valueOf(id));
    }

    private static AppError.Conflict stale(Product now) {
        return new AppError.Conflict("Product " + now.sku() + " was changed meanwhile (version " + now.version()
                + "): cost " + now.costPrice().toPlainString() + ", price "
                + now.sellingPrice().toPlainString() + ", lead time " + now.leadTimeDays() + " days");
    }
}
