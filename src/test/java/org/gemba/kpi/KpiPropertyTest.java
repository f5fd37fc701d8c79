package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random rows in the real tables; every figure computed a second time, row by row, from what was put in.
class KpiPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate FROM = LocalDate.of(2025, 11, 3);
    private static final LocalDate TO = LocalDate.of(2025, 12, 21);
    private static final List<String> STYLES = List.of("BOOT", "SOCK", "GLOVE", "HAT");
    private static final MathContext PRECISE = new MathContext(60);

    @TempDir
    static Path folder;

    private static Database database;
    private static KpiService service;

    private record Order(
            WorkOrder order,
            Map<Long, String> jobs,
            @Nullable LocalDate completed,
            boolean isDropped,
            List<LocalDate[]> holds,
            long jobsOrdered,
            long jobsCompleted) {}

    private record Entry(Order order, @Nullable Long job, LocalDate day, ShiftType shift, Shop.Made made) {}

    private record Stop(Order order, LocalDate day, ShiftType shift, int minutes) {}

    private record Look(LocalDate day, long inspected, long passed, long defective, long defects) {}

    private record Person(LocalDate day, BigDecimal scheduled, BigDecimal missed) {}

    private final List<Order> orders = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    /// Means are made from the history of all orders, also when one order is asked about.
    private final List<Entry> entriesOfAll = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, BigDecimal> standards = new HashMap<>();
    private final Map<String, Integer> opportunities = new HashMap<>();

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
        var clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        service = new KpiService(database, new Events(), clock);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFigureAgreesWithACalculationRowByRow(int seed) {
        var random = new Random(seed);
        var zone =
                ZoneId.of(List.of("Asia/Shanghai", "America/Mexico_City", "UTC").get(seed % 3));
        fill(new Shop(database, "CLIENT-" + seed, zone), random, zone);
        var caller = Shop.caller(Role.OPERATOR_DATAENTRY, "CLIENT-" + seed);
        var scope = service.scope(caller, null, FROM, TO, null);
        var board = service.board(caller, scope);
        for (var kpi : KpiName.values()) {
            assertThat(board.value(kpi).shown(4)).as("%s", kpi).isEqualTo(expected(kpi, FROM, TO));
            for (var aggregation : Aggregation.values()) checkSeries(caller, scope, kpi, aggregation);
        }
        assertThat(board.trueOtd().shown(4)).isEqualTo(onTime(FROM, TO, order -> order.completed() != null));
        checkOneOrder(caller);
    }

    private void checkSeries(Caller caller, KpiScope scope, KpiName kpi, Aggregation aggregation) {
        var found = new TreeMap<LocalDate, BigDecimal>();
        for (var point : service.series(caller, scope, kpi, aggregation).points()) {
            point.value().shown(4).ifPresent(value -> found.put(point.date(), value));
        }
        var wanted = new TreeMap<LocalDate, BigDecimal>();
        for (var day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
            var start = start(day, aggregation);
            if (wanted.containsKey(start)) continue;
            var end = end(start, aggregation);
            expected(kpi, start.isBefore(FROM) ? FROM : start, end.isAfter(TO) ? TO : end)
                    .ifPresent(value -> wanted.put(start, value));
        }
        assertThat(found).as("%s %s", kpi, aggregation).isEqualTo(wanted);
    }

    private static LocalDate start(LocalDate day, Aggregation aggregation) {
        return switch (aggregation) {
            case DAILY -> day;
            case WEEKLY -> day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
            case MONTHLY -> LocalDate.of(day.getYear(), day.getMonth(), 1);
            case TOTAL -> FROM;
        };
    }

    private static LocalDate end(LocalDate start, Aggregation aggregation) {
        return switch (aggregation) {
            case DAILY -> start;
            case WEEKLY -> start.plusDays(6);
            case MONTHLY -> start.plusMonths(1).minusDays(1);
            case TOTAL -> TO;
        };
    }

    private void checkOneOrder(Caller caller) {
        var one = entries.getFirst().order();
        var number = one.order().workOrderId();
        var scope = service.scope(caller, null, FROM, TO, number);
        entries.removeIf(entry -> entry.order() != one);
        for (var kpi : List.of(KpiName.EFFICIENCY, KpiName.PERFORMANCE)) {
            assertThat(service.series(caller, scope, kpi, Aggregation.TOTAL)
                            .total()
                            .value()
                            .shown(4))
                    .isEqualTo(expected(kpi, FROM, TO));
        }
    }

    private void fill(Shop shop, Random random, ZoneId zone) {
        if (random.nextBoolean()) standard(shop, "SOCK", "0.0833");
        if (random.nextInt(3) > 0) {
            part(shop, "P-1", 47);
            part(shop, "P-2", 10);
            part(shop, "HAT", 3);
        }
        for (int i = 0; i < 14; i++) orders.add(order(shop, random, i, zone));
        for (int i = 0; i < 160; i++) entries.add(entry(shop, random));
        entriesOfAll.addAll(entries);
        for (int i = 0; i < 25; i++) stops.add(stop(shop, random));
        for (int i = 0; i < 20; i++) looks.add(look(shop, random));
        if (random.nextInt(4) == 0) return;
        for (int i = 0; i < 60; i++) people.add(person(shop, random, i));
    }

    private void standard(Shop shop, String style, String hours) {
        shop.standard(style, hours);
        standards.put(style, new BigDecimal(hours));
    }

    private void part(Shop shop, String part, int count) {
        shop.opportunities(part, count);
        opportunities.put(part, count);
    }

    private static LocalDate day(Random random, int before, int after) {
        return FROM.minusDays(before)
                .plusDays(random.nextInt((int) ChronoUnit.DAYS.between(FROM, TO) + before + after));
    }

    private static @Nullable LocalDate maybe(Random random, LocalDate day) {
        return random.nextInt(3) == 0 ? null : day;
    }

    private Order order(Shop shop, Random random, int index, ZoneId zone) {
        var begin = day(random, 20, 0);
        var plan = new Shop.Plan(
                maybe(random, begin),
                maybe(random, begin.plusDays(5 + random.nextInt(20))),
                maybe(random, begin.plusDays(9)),
                maybe(random, begin.plusDays(1)),
                random.nextInt(4) == 0 ? begin.plusDays(random.nextInt(30)) : null);
        var standard = random.nextInt(3) == 0 ? null : "0." + (1000 + random.nextInt(4000));
        var style = STYLES.get(random.nextInt(STYLES.size()));
        var made = shop.order("WO-" + index, style, 100 + random.nextInt(900), standard, plan);
        var jobs = new HashMap<Long, String>();
        long ordered = 0;
        long done = 0;
        for (int j = 0; j < random.nextInt(3); j++) {
            var part = "P-" + (1 + random.nextInt(3));
            long count = 50 + random.nextInt(50);
            long completed = count - random.nextInt(20);
            jobs.put(shop.job(made, "J" + j, part, count, completed, 0), part);
            ordered += count;
            done += completed;
        }
        var holds = new ArrayList<LocalDate[]>();
        if (random.nextInt(3) == 0) {
            var held = begin.plusDays(3);
            var until = random.nextInt(3) == 0 ? null : held.plusDays(random.nextInt(6));
            shop.hold(made, held, until);
            holds.add(new LocalDate[] {held, until});
        }
        int fate = random.nextInt(8);
        var ended = begin.plusDays(6 + random.nextInt(40));
        if (fate <= 3)
            shop.end(
                    made,
                    WorkOrderStatus.COMPLETED,
                    ended.atTime(23, 30).atZone(zone).toInstant());
        if (fate == 4)
            shop.end(
                    made,
                    WorkOrderStatus.CANCELLED,
                    ended.atTime(0, 30).atZone(zone).toInstant());
        return new Order(made, jobs, fate <= 3 ? ended : null, fate == 4, holds, ordered, done);
    }

    private Entry entry(Shop shop, Random random) {
        var order = orders.get(random.nextInt(orders.size()));
        int units = random.nextInt(300);
        var made = new Shop.Made(
                units,
                units == 0 ? 0 : random.nextInt(units / 10 + 1),
                new BigDecimal(random.nextInt(1, 900)).movePointLeft(2).toString(),
                1 + random.nextInt(12),
                random.nextBoolean() ? random.nextInt(1, 2) : null,
                random.nextInt(3) == 0 ? "9.5" : null,
                random.nextInt(3) == 0 ? random.nextInt(90) : 0,
                null);
        var job = order.jobs().isEmpty() || random.nextBoolean()
                ? null
                : new ArrayList<>(order.jobs().keySet())
                        .get(random.nextInt(order.jobs().size()));
        var shift = ShiftType.values()[random.nextInt(ShiftType.values().length)];
        var entry = new Entry(order, job, day(random, 35, 5), shift, made);
        shop.entry(order.order(), job, entry.day(), shift, made);
        return entry;
    }

    private Stop stop(Shop shop, Random random) {
        var like = entries.get(random.nextInt(entries.size()));
        var stop = new Stop(like.order(), like.day(), like.shift(), 1 + random.nextInt(200));
        shop.downtime(
                stop.order().order(),
                stop.day(),
                stop.shift(),
                DowntimeReason.values()[random.nextInt(DowntimeReason.values().length)],
                stop.minutes());
        return stop;
    }

    private Look look(Shop shop, Random random) {
        long inspected = 1 + random.nextInt(100);
        long passed = random.nextLong(inspected + 1);
        long defective = random.nextLong(inspected - passed + 1);
        var look = new Look(day(random, 0, 10), inspected, passed, defective, defective + random.nextInt(5));
        shop.inspection(orders.getFirst().order(), look.day(), inspected, passed, defective, look.defects());
        return look;
    }

    private Person person(Shop shop, Random random, int index) {
        boolean isAbsent = random.nextInt(4) == 0;
        boolean isCovered = random.nextBoolean();
        boolean isConfirmed = isCovered && random.nextBoolean();
        var absent = isAbsent ? "4.5" : "0";
        var day = day(random, 0, 5);
        shop.attendance("E" + index, day, "9", absent, isCovered ? "F" + index : null, isConfirmed);
        return new Person(day, new BigDecimal("9"), isConfirmed ? BigDecimal.ZERO : new BigDecimal(absent));
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private BigDecimal standard(Order order, LocalDate day) {
        var own = order.order().idealCycleTime();
        if (own != null) return own;
        var style = order.order().styleModel();
        if (standards.containsKey(style)) return standards.get(style);
        var seen = new HashSet<Order>();
        var sum = BigDecimal.ZERO;
        for (var entry : entriesOfAll) {
            var other = entry.order().order();
            if (other.idealCycleTime() == null || !other.styleModel().equals(style)) continue;
            if (!within(entry.day(), day.minusDays(29), day) || !seen.add(entry.order())) continue;
            sum = sum.add(other.idealCycleTime());
        }
        if (seen.isEmpty()) return new BigDecimal("0.25");
        return sum.divide(BigDecimal.valueOf(seen.size()), PRECISE);
    }

    private Optional<BigDecimal> expected(KpiName kpi, LocalDate from, LocalDate to) {
        return switch (kpi) {
            case EFFICIENCY -> percent(earned(from, to), labour(from, to, false));
            case PERFORMANCE -> percent(earned(from, to), run(from, to));
            case WIP_AGING -> wip(to);
            case ON_TIME_DELIVERY -> onTime(from, to, order -> true);
            case PPM -> ppm(from, to);
            case DPMO -> dpmo(from, to);
            case FPY -> fpy(from, to);
            case RTY -> rty(from, to);
            case AVAILABILITY -> availability(from, to, labour(from, to, true));
            case ABSENTEEISM -> absenteeism(from, to);
            case OEE -> oee(from, to);
        };
    }

    private List<Entry> entries(LocalDate from, LocalDate to) {
        return entries.stream().filter(entry -> within(entry.day(), from, to)).toList();
    }

    private BigDecimal earned(LocalDate from, LocalDate to) {
        var sum = BigDecimal.ZERO;
        for (var entry : entries(from, to)) {
            sum = sum.add(standard(entry.order(), entry.day())
                    .multiply(BigDecimal.valueOf(entry.made().units())));
        }
        return sum;
    }

    private static BigDecimal shift(Entry entry) {
        var scheduled = entry.made().scheduledHours();
        if (scheduled != null) return new BigDecimal(scheduled);
        return new BigDecimal(entry.made().runHours())
                .add(BigDecimal.valueOf(entry.made().downtimeMinutes()).divide(BigDecimal.valueOf(60), PRECISE));
    }

    private static boolean isStandard(ShiftType shift) {
        return shift == ShiftType.SHIFT_1ST || shift == ShiftType.SHIFT_2ND;
    }

    private BigDecimal labour(LocalDate from, LocalDate to, boolean onlyStandard) {
        var sum = BigDecimal.ZERO;
        for (var entry : entries(from, to)) {
            if (onlyStandard && !isStandard(entry.shift())) continue;
            sum = sum.add(shift(entry).multiply(BigDecimal.valueOf(entry.made().assigned())));
        }
        return sum;
    }

    private BigDecimal shifts(LocalDate from, LocalDate to, boolean onlyStandard) {
        return entries(from, to).stream()
                .filter(entry -> !onlyStandard || isStandard(entry.shift()))
                .map(KpiPropertyTest::shift)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal run(LocalDate from, LocalDate to) {
        return entries(from, to).stream()
                .map(entry -> new BigDecimal(entry.made().runHours()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal down(LocalDate from, LocalDate to) {
        long minutes = 0;
        for (var stop : stops) if (within(stop.day(), from, to) && isStandard(stop.shift())) minutes += stop.minutes();
        for (var entry : entries(from, to)) {
            boolean isNoted = stops.stream()
                    .anyMatch(stop -> stop.order() == entry.order()
                            && stop.day().equals(entry.day())
                            && stop.shift() == entry.shift());
            if (!isNoted && isStandard(entry.shift())) minutes += entry.made().downtimeMinutes();
        }
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), PRECISE);
    }

    private Optional<BigDecimal> availability(LocalDate from, LocalDate to, BigDecimal planned) {
        if (planned.signum() == 0) return Optional.empty();
        var share =
                BigDecimal.ONE.subtract(down(from, to).divide(planned, PRECISE)).max(BigDecimal.ZERO);
        return Optional.of(shown(share.movePointRight(2)));
    }

    private Optional<BigDecimal> oee(LocalDate from, LocalDate to) {
        var planned = shifts(from, to, true);
        long units = units(from, to);
        if (planned.signum() == 0 || units == 0) return Optional.empty();
        var available =
                BigDecimal.ONE.subtract(down(from, to).divide(planned, PRECISE)).max(BigDecimal.ZERO);
        var crew = labour(from, to, false).divide(shifts(from, to, false), PRECISE);
        var pace = earned(from, to).divide(run(from, to), PRECISE).divide(crew, PRECISE);
        var good = BigDecimal.valueOf(units - defective(from, to)).divide(BigDecimal.valueOf(units), PRECISE);
        return Optional.of(shown(
                available.multiply(pace.min(BigDecimal.ONE)).multiply(good).movePointRight(2)));
    }

    private long units(LocalDate from, LocalDate to) {
        return entries(from, to).stream()
                .mapToLong(entry -> entry.made().units())
                .sum();
    }

    private long defective(LocalDate from, LocalDate to) {
        return entries(from, to).stream()
                .mapToLong(entry -> entry.made().defective())
                .sum();
    }

    private List<Look> looks(LocalDate from, LocalDate to) {
        return looks.stream().filter(look -> within(look.day(), from, to)).toList();
    }

    private Optional<BigDecimal> ppm(LocalDate from, LocalDate to) {
        if (units(from, to) > 0) return million(defective(from, to), units(from, to));
        return million(
                looks(from, to).stream().mapToLong(Look::defective).sum(),
                looks(from, to).stream().mapToLong(Look::inspected).sum());
    }

    private Optional<BigDecimal> dpmo(LocalDate from, LocalDate to) {
        var looks = looks(from, to);
        long defects = looks.isEmpty()
                ? defective(from, to)
                : looks.stream().mapToLong(Look::defects).sum();
        long chances = 0;
        for (var entry : entries(from, to)) chances += (long) entry.made().units() * chances(entry);
        if (units(from, to) == 0)
            chances = looks.stream().mapToLong(Look::inspected).sum();
        return million(defects, chances);
    }

    private int chances(Entry entry) {
        var parts = new HashSet<>(entry.order().jobs().values());
        var style = entry.order().order().styleModel();
        var part = parts.size() == 1
                ? parts.iterator().next()
                : entry.job() == null ? style : entry.order().jobs().getOrDefault(entry.job(), style);
        return opportunities.getOrDefault(part, 1);
    }

    private Optional<BigDecimal> fpy(LocalDate from, LocalDate to) {
        var looks = looks(from, to);
        if (looks.isEmpty()) return percent(units(from, to) - defective(from, to), units(from, to));
        return percent(
                looks.stream().mapToLong(Look::passed).sum(),
                looks.stream().mapToLong(Look::inspected).sum());
    }

    private Optional<BigDecimal> rty(LocalDate from, LocalDate to) {
        long started = 0;
        long good = 0;
        for (var order : orders) {
            if (order.completed() == null || !within(order.completed(), from, to)) continue;
            started += order.jobsOrdered();
            good += order.jobsCompleted();
        }
        return started > 0 ? percent(good, started) : percent(units(from, to) - defective(from, to), units(from, to));
    }

    private Optional<BigDecimal> absenteeism(LocalDate from, LocalDate to) {
        var scheduled = BigDecimal.ZERO;
        var missed = BigDecimal.ZERO;
        for (var person : people) {
            if (!within(person.day(), from, to)) continue;
            scheduled = scheduled.add(person.scheduled());
            missed = missed.add(person.missed());
        }
        return percent(missed, scheduled);
    }

    private @Nullable LocalDate firstMade(Order order) {
        return entriesOfAll.stream()
                .filter(entry -> entry.order() == order)
                .map(Entry::day)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Optional<BigDecimal> wip(LocalDate day) {
        long sum = 0;
        long count = 0;
        for (var order : orders) {
            var start = order.order().actualStartDate();
            if (start == null) start = firstMade(order);
            if (start == null) start = order.order().plannedStartDate();
            if (start == null || start.isAfter(day) || ended(order, day)) continue;
            long age = 0;
            for (var each = start; each.isBefore(day); each = each.plusDays(1)) if (!isHeld(order, each)) age++;
            sum += age;
            count++;
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(shown(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), PRECISE)));
    }

    private static boolean isHeld(Order order, LocalDate day) {
        return order.holds().stream()
                .anyMatch(hold -> !day.isBefore(hold[0]) && (hold[1] == null || day.isBefore(hold[1])));
    }

    private boolean ended(Order order, LocalDate day) {
        if (order.completed() != null) return !order.completed().isAfter(day);
        if (!order.isDropped()) return false;
        return database.read(handle -> org.gemba.kpi.data.WorkOrderTable.find(
                                handle, order.order().id()))
                        .orElseThrow()
                        .statusSince()
                        .atZone(service.zoneOf(order.order().clientId()))
                        .toLocalDate()
                        .compareTo(day)
                <= 0;
    }

    private Optional<BigDecimal> onTime(LocalDate from, LocalDate to, Predicate<Order> counts) {
        long late = 0;
        long onTime = 0;
        for (var order : orders) {
            if (order.isDropped() || !counts.test(order)) continue;
            var due = due(order);
            if (due == null || !within(due, from, to)) continue;
            var left = order.order().actualShipDate();
            var last = entriesOfAll.stream()
                    .filter(entry -> entry.order() == order)
                    .map(Entry::day)
                    .max(LocalDate::compareTo)
                    .orElse(null);
            if (left == null && order.completed() != null && last != null) left = last.plusDays(1);
            if (left != null && left.isAfter(to)) left = null;
            if (left != null && !left.isAfter(due)) onTime++;
            else if (left != null || due.isBefore(to)) late++;
        }
        return percent(onTime, onTime + late);
    }

    private @Nullable LocalDate due(Order order) {
        var row = order.order();
        if (row.plannedShipDate() != null) return row.plannedShipDate();
        if (row.requiredDate() != null) return row.requiredDate();
        var start = row.plannedStartDate();
        if (start == null) return null;
        var hours = standard(order, start).multiply(BigDecimal.valueOf(row.plannedQuantity()));
        return start.plusDays(
                hours.divide(BigDecimal.valueOf(9), 0, RoundingMode.CEILING).longValueExact());
    }

    private static Optional<BigDecimal> million(long some, long all) {
        if (all == 0) return Optional.empty();
        return Optional.of(shown(BigDecimal.valueOf(some).movePointRight(6).divide(BigDecimal.valueOf(all), PRECISE)));
    }

    private static Optional<BigDecimal> percent(long some, long all) {
        return percent(BigDecimal.valueOf(some), BigDecimal.valueOf(all));
    }

    private static Optional<BigDecimal> percent(BigDecimal some, BigDecimal all) {
        if (all.signum() == 0) return Optional.empty();
        return Optional.of(shown(some.movePointRight(2).divide(all, PRECISE)));
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_UP);
    }
}
