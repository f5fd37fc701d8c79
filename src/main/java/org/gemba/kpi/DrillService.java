package org.gemba.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.KpiDrill.Cause;
import org.gemba.kpi.KpiDrill.Input;
import org.gemba.kpi.data.EntryRows;
import org.gemba.kpi.data.ShopRows;
import org.gemba.platform.db.Database;

/// Goes from a figure to the rows that it is made from.
public final class DrillService {
    public static final int MOST_ROWS = 5_000;

    private final KpiService figures;
    private final EntryRows entries;
    private final ShopRows shop;

    public DrillService(Database database, KpiService figures) {
        this.figures = figures;
        this.entries = new EntryRows(database);
        this.shop = new ShopRows(database);
    }

    public KpiDrill drill(Caller caller, KpiScope scope, KpiName kpi) {
        figures.check(caller, scope, Permission.KPI_READ);
        var board = figures.board(caller, scope);
        var inputs = inputs(kpi, board);
        return switch (kpi) {
            case EFFICIENCY, PERFORMANCE, OEE, PPM, RTY -> ofEntries(scope, kpi, board, inputs);
            case AVAILABILITY -> ofStops(scope, board, inputs);
            case FPY, DPMO -> ofInspections(scope, kpi, board, inputs);
            case ABSENTEEISM -> ofPeople(scope, board, inputs);
            case ON_TIME_DELIVERY -> ofPromises(board, inputs);
            case WIP_AGING -> ofWork(board, inputs);
        };
    }

    private static BigDecimal hours(BigDecimal minutes) {
        return minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static List<Input> inputs(KpiName kpi, KpiBoard board) {
        var made = board.totals().production();
        var seen = board.totals().inspected();
        var stopped = hours(BigDecimal.valueOf(board.totals().downtime().standardMinutes()));
        return switch (kpi) {
            case EFFICIENCY ->
                List.of(new Input("earned", made.earned()), new Input("labour", hours(made.labourMinutes())));
            case PERFORMANCE -> List.of(new Input("earned", made.earned()), new Input("run", hours(made.runMinutes())));
            case OEE ->
                List.of(
                        new Input("earned", made.earned()),
                        new Input("run", hours(made.runMinutes())),
                        new Input("stopped", stopped),
                        Input.of("units", made.units()),
                        Input.of("defective", made.defective()));
            case PPM -> List.of(Input.of("defective", made.defective()), Input.of("units", made.units()));
            case DPMO -> List.of(Input.of("defects", seen.defects()), Input.of("opportunities", made.opportunities()));
            case FPY -> List.of(Input.of("passed", seen.passed()), Input.of("inspected", seen.units()));
            case RTY ->
                List.of(
                        Input.of("completed", board.totals().jobs().completedFreeOfDefects()),
                        Input.of("started", board.totals().jobs().started()));
            case AVAILABILITY ->
                List.of(new Input("stopped", stopped), new Input("planned", hours(made.plannedMinutes())));
            case ABSENTEEISM ->
                List.of(
                        new Input("absent", board.totals().attended().absenceHours()),
                        new Input("scheduled", board.totals().attended().scheduledHours()));
            case ON_TIME_DELIVERY ->
                List.of(
                        Input.of("ontime", board.punctuality().onTime()),
                        Input.of("late", board.punctuality().late()));
            case WIP_AGING -> List.of(Input.of("open", board.wip().orders().size()));
        };
    }

    private KpiDrill ofEntries(KpiScope scope, KpiName kpi, KpiBoard board, List<Input> inputs) {
        var rows = new ArrayList<KpiRow.Entry>();
        for (var client : scope.clientIds()) {
            rows.addAll(entries.list(client, scope.from(), scope.to(), scope.orderId(), MOST_ROWS - rows.size()));
        }
        boolean isByStandard = kpi == KpiName.EFFICIENCY || kpi == KpiName.PERFORMANCE || kpi == KpiName.OEE;
        var causes = sum(
                rows,
                KpiRow.Entry::workOrderId,
                isByStandard ? DrillService::lostHours : row -> BigDecimal.valueOf(row.defective()));
        long inferred = isByStandard ? board.totals().production().inferredRows() : 0;
        return new KpiDrill(
                board.value(kpi),
                inputs,
                List.copyOf(rows),
                inferred,
                board.totals().production().entries(),
                causes);
    }

    /// Hours of labour paid and not earned.
    private static BigDecimal lostHours(KpiRow.Entry row) {
        var earned = row.cycleTime().hours().multiply(BigDecimal.valueOf(row.units()));
        var paid = hours(row.shiftMinutes().multiply(BigDecimal.valueOf(row.assigned())));
        return paid.subtract(earned).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    }

    private KpiDrill ofStops(KpiScope scope, KpiBoard board, List<Input> inputs) {
        var rows = new ArrayList<KpiRow.Stop>();
        for (var client : scope.clientIds()) rows.addAll(shop.stops(client, scope.from(), scope.to(), MOST_ROWS));
        var causes = sum(rows, row -> row.reason().name(), row -> BigDecimal.valueOf(row.minutes()));
        return new KpiDrill(board.value(KpiName.AVAILABILITY), inputs, List.copyOf(rows), 0, rows.size(), causes);
    }

    private KpiDrill ofInspections(KpiScope scope, KpiName kpi, KpiBoard board, List<Input> inputs) {
        var rows = new ArrayList<KpiRow.Inspected>();
        for (var client : scope.clientIds()) rows.addAll(shop.inspections(client, scope.from(), scope.to(), MOST_ROWS));
        var causes = sum(rows, KpiRow.Inspected::workOrderId, row -> BigDecimal.valueOf(row.defects()));
        return new KpiDrill(board.value(kpi), inputs, List.copyOf(rows), 0, rows.size(), causes);
    }

    private KpiDrill ofPeople(KpiScope scope, KpiBoard board, List<Input> inputs) {
        var rows = new ArrayList<KpiRow.Person>();
        for (var client : scope.clientIds()) rows.addAll(shop.attendance(client, scope.from(), scope.to(), MOST_ROWS));
        var absent = rows.stream().filter(row -> row.type() != null).toList();
        var causes = sum(absent, row -> String.valueOf(row.type()), KpiRow.Person::uncoveredHours);
        return new KpiDrill(board.value(KpiName.ABSENTEEISM), inputs, List.copyOf(rows), 0, rows.size(), causes);
    }

    private static KpiDrill ofPromises(KpiBoard board, List<Input> inputs) {
        var rows = board.punctuality().due().stream()
                .<KpiRow>map(due -> new KpiRow.Promise(
                        due.promised().day(),
                        due.order().id(),
                        due.order().shipped(),
                        due.standing(),
                        due.order().isCompleted(),
                        due.promised().isInferred()))
                .toList();
        long inferred = board.punctuality().due().stream()
                .filter(due -> due.promised().isInferred())
                .count();
        return new KpiDrill(board.value(KpiName.ON_TIME_DELIVERY), inputs, rows, inferred, rows.size(), List.of());
    }

    private static KpiDrill ofWork(KpiBoard board, List<Input> inputs) {
        var rows = board.wip().orders().stream()
                .<KpiRow>map(aged -> new KpiRow.InWork(
                        aged.start(),
                        aged.order().id(),
                        aged.age().inWip(),
                        aged.age().onHold(),
                        aged.order().isStartInferred()))
                .toList();
        long inferred = board.wip().orders().stream()
                .filter(aged -> aged.order().isStartInferred())
                .count();
        return new KpiDrill(board.value(KpiName.WIP_AGING), inputs, rows, inferred, rows.size(), List.of());
    }

    private static <T> List<Cause> sum(Collection<T> rows, Function<T, String> name, Function<T, BigDecimal> amount) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        name, Collectors.mapping(amount, Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().signum() > 0)
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Cause(each.getKey(), each.getValue()))
                .toList();
    }
}
