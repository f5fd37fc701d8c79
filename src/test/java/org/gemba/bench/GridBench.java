package org.gemba.bench;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridQuery;
import org.gemba.fx.grid.GridQuery.Sort;
import org.gemba.fx.grid.GridSpec;

/// How long a grid of 50,000 rows × 40 columns takes to sort and filter, from the change of the query to the new rows
/// laid out, and how long the FX thread is held meanwhile.
public final class GridBench {
    private static final int ROWS = 50_000;
    private static final int COLUMNS = 40;
    private static final String[] WORDS = {"轴承", "bolt", "阀门", "gasket", "电机", "shaft", "密封圈", "housing"};

    private GridBench() {}

    public static void main(String[] arguments) {
        Desk desk = Fx.desk(Clock.systemUTC(), (id, given) -> {});
        var grid = Fx.get(() -> new Grid<>(desk, GridSpec.of("bench", columns())));
        Fx.show(Fx.get(() -> new StackPane(grid.node())), 1366, 768, desk.theme());
        long load = time(grid, () -> grid.rows(rows()));
        System.out.printf("load 50,000 x 40: %d ms%n", load);
        for (int round = 1; round <= 3; round++) {
            System.out.println("round " + round);
            measure(grid, "sort by a number", GridQuery.ALL.sortedBy(List.of(new Sort("c1", true))));
            measure(grid, "the same, falling", GridQuery.ALL.sortedBy(List.of(new Sort("c1", false))));
            measure(
                    grid,
                    "sort by Chinese text, then day",
                    GridQuery.ALL.sortedBy(List.of(new Sort("c4", true), new Sort("c2", false))));
            measure(grid, "sort by code", GridQuery.ALL.sortedBy(List.of(new Sort("c0", false))));
            measure(grid, "filter >500", GridQuery.ALL.filtered("c1", ">500"));
            measure(
                    grid,
                    "three filters and a sort",
                    GridQuery.ALL
                            .filtered("c1", ">100")
                            .filtered("c2", ">2026-06-01")
                            .filtered("c4", "轴承")
                            .sortedBy(List.of(new Sort("c5", true))));
            measure(grid, "quick filter", GridQuery.ALL.quickly("bolt 77"));
            measure(grid, "all again", GridQuery.ALL);
        }
        long start = System.nanoTime();
        Fx.run(() -> grid.tableView().getSelectionModel().selectAll());
        System.out.printf("select all 50,000 rows: %d ms of the FX thread%n", (System.nanoTime() - start) / 1_000_000);
        System.exit(0);
    }

    private static void measure(Grid<Object[]> grid, String what, GridQuery query) {
        var longest = new AtomicLong();
        var last = new AtomicLong(System.nanoTime());
        var timer = Fx.get(() -> new javafx.animation.AnimationTimer() {
            @Override
            public void handle(long now) {
                long moment = System.nanoTime();
                longest.accumulateAndGet(moment - last.getAndSet(moment), Math::max);
            }
        });
        Fx.run(timer::start);
        Fx.settle();
        longest.set(0);
        long took = time(grid, () -> grid.show(query));
        Fx.run(timer::stop);
        System.out.printf("  %-32s %4d ms   longest frame %3d ms%n", what, took, longest.get() / 1_000_000);
    }

    /// From the question to the end of the layout that shows its answer.
    private static long time(Grid<Object[]> grid, Fx.Act act) {
        var shown = new AtomicLong();
        long start = System.nanoTime();
        Fx.run(() -> {
            var scene = grid.node().getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (grid.isAsking()) return;
                    shown.set(System.nanoTime());
                    scene.removePostLayoutPulseListener(this);
                }
            });
            act.run();
        });
        Fx.await("new rows", () -> shown.get() != 0);
        return (shown.get() - start) / 1_000_000;
    }

    private static List<GridColumn<Object[]>> columns() {
        var columns = new ArrayList<GridColumn<Object[]>>();
        for (int c = 0; c < COLUMNS; c++) {
            int at = c;
            var id = "c" + c;
            columns.add(
                    switch (c % 5) {
                        case 1 ->
                            GridColumn.<Object[]>number(id, id, row -> (BigDecimal) row[at])
                                    .withTotal();
                        case 2 -> GridColumn.<Object[]>day(id, id, row -> (LocalDate) row[at]);
                        case 3 -> GridColumn.<Object[]>share(id, id, row -> (BigDecimal) row[at]);
                        default -> GridColumn.<Object[]>text(id, id, row -> (String) row[at]);
                    });
        }
        return columns;
    }

    private static List<Object[]> rows() {
        var random = new Random(7);
        var rows = new ArrayList<Object[]>(ROWS);
        for (int r = 0; r < ROWS; r++) {
            var row = new Object[COLUMNS];
            for (int c = 0; c < COLUMNS; c++) row[c] = value(random, r, c);
            rows.add(row);
        }
        return rows;
    }

    private static Object value(Random random, int row, int column) {
        return switch (column % 5) {
            case 0 -> "%02d.%02d.%05d".formatted(random.nextInt(30), column, row);
            case 1 -> BigDecimal.valueOf(random.nextInt(100_000), 2);
            case 2 -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            case 3 -> BigDecimal.valueOf(random.nextInt(120), 2);
            default -> WORDS[random.nextInt(WORDS.length)] + " " + random.nextInt(500);
        };
    }
}
