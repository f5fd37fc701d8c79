package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.PlaceTable;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.SaleTable;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// What was sold and what lies where, as people and files tell it. All rows of one call are stored, or none.
public final class SalesService {
    static final int MOST_ROWS = 50_000;
    private static final long MOST_UNITS = 1_000_000_000L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private final Ground ground;

    SalesService(Ground ground) {
        this.ground = ground;
    }

    /// One row, as it is told.
    ///
    /// @param location null for nowhere in particular
    public record Told(
            String sku,
            LocalDate date,
            BigDecimal quantity,
            @Nullable BigDecimal revenue,
            @Nullable String location) {}

    /// What lies at one place, as it is told.
    public record ToldStock(
            long productId,
            String location,
            BigDecimal available,
            BigDecimal reserved,
            @Nullable BigDecimal maxLevel) {}

    /// Stores sales. A row for a day, product and place that was told before replaces it.
    ///
    /// @return how many rows were stored
    public int add(Caller caller, List<Told> rows) {
        return store(caller, rows, "api", index -> "[" + index + "].");
    }

    /// Stores the sales of a CSV or XLSX file with the columns `sku`, `date`, `quantity`, `revenue`, `location`.
    public int importFile(Caller caller, byte[] content) {
        caller.require(Permission.PLANNING_WRITE);
        var rows = SalesFile.read(content);
        return store(caller, rows, "csv", index -> "row " + (index + 2) + ": ");
    }

    private interface Naming {
        String prefix(int index);
    }

    private int store(Caller caller, List<Told> rows, String source, Naming naming) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        if (rows.isEmpty()) faults.add("rows", null, new Rule.Required());
        faults.broken(rows.size() > MOST_ROWS, "rows", rows.size(), "must be at most " + MOST_ROWS);
        faults.check();
        var stored = ground.database().write(handle -> {
            var ids = ProductTable.idsBySku(
                    handle, rows.stream().map(Told::sku).distinct().toList());
            for (int i = 0; i < rows.size(); i++) check(faults, rows.get(i), naming.prefix(i), ids);
            faults.check();
            SaleTable.put(handle, merged(rows, ids, source), ground.now());
            ground.audit(handle, caller, "import", "planning_sales", source, null, Map.of("rows", rows.size()));
            return rows.size();
        });
        ground.events().publish(new PlanningChange.SalesTold(stored));
        return stored;
    }

    private void check(Faults faults, Told row, String prefix, Map<String, Long> ids) {
        if (!ids.containsKey(row.sku())) faults.add(prefix + "sku", row.sku(), new Rule.Broken("is no known product"));
        faults.amount(prefix + "quantity", row.quantity(), MOST_UNITS);
        faults.amount(prefix + "revenue", row.revenue(), MOST_UNITS);
        faults.text(prefix + "location", row.location(), 0, 120);
        boolean isOutside = row.date().isBefore(FIRST_DAY) || row.date().isAfter(ground.today());
        faults.broken(isOutside, prefix + "date", row.date(), "must be between " + FIRST_DAY + " and today");
    }

    /// Two rows for the same day, product and place in one call are parts of one total.
    private static List<Sale> merged(List<Told> rows, Map<String, Long> ids, String source) {
        record Key(long product, LocalDate day, String location) {}
        var sums = new LinkedHashMap<Key, Sale>();
        for (var row : rows) {
            var location = row.location() == null ? "" : row.location().strip();
            long product = Objects.requireNonNull(ids.get(row.sku()));
            var sale = new Sale(product, row.date(), location, source, "", row.quantity(), row.revenue());
            sums.merge(new Key(product, row.date(), location), sale, SalesService::plus);
        }
        return new ArrayList<>(sums.values());
    }

    private static Sale plus(Sale one, Sale other) {
        var revenue = one.revenue() == null
                ? other.revenue()
                : other.revenue() == null ? one.revenue() : one.revenue().add(other.revenue());
        return new Sale(
                one.productId(),
                one.day(),
                one.location(),
                one.source(),
                one.externalId(),
                one.quantity().add(other.quantity()),
                revenue);
    }

    /// Stores what lies where.
    ///
    /// @return how many places were stored
    public int putStock(Caller caller, List<ToldStock> rows) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        if (rows.isEmpty()) faults.add("rows", null, new Rule.Required());
        faults.broken(rows.size() > MOST_ROWS, "rows", rows.size(), "must be at most " + MOST_ROWS);
        faults.check();
        var stored = ground.database().write(handle -> {
            var known = ProductTable.known(
                    handle, rows.stream().map(ToldStock::productId).toList());
            for (int i = 0; i < rows.size(); i++) check(faults, rows.get(i), "[" + i + "].", known);
            faults.check();
            var now = ground.now();
            PlaceTable.put(
                    handle,
                    rows.stream()
                            .map(row -> new StockPlace(
                                    row.productId(),
                                    row.location().strip(),
                                    row.available(),
                                    row.reserved(),
                                    row.maxLevel(),
                                    "api",
                                    now))
                            .toList());
            ground.audit(handle, caller, "update", "planning_stock", "levels", null, rows);
            return rows.size();
        });
        ground.events().publish(new PlanningChange.StockTold(stored));
        return stored;
    }

    private static void check(Faults faults, ToldStock row, String prefix, Set<Long> known) {
        faults.broken(!known.contains(row.productId()), prefix + "product_id", row.productId(), "is no known product");
        faults.text(prefix + "location", row.location(), 1, 120);
        faults.amount(prefix + "available", row.available(), MOST_UNITS);
        faults.amount(prefix + "reserved", row.reserved(), MOST_UNITS);
        faults.amount(prefix + "max_level", row.maxLevel(), MOST_UNITS);
    }
}
