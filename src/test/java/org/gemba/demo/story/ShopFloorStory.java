package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells the chapter `kpi`: two lines of the factory, 120 days. The boot line and the sock factory make what the ERP's
/// orders ask for, and stock orders in between.
final class ShopFloorStory {
    private static final int DAYS = 120;
    /// Told to the end of a week ahead, because the chapter is moved by whole weeks; what lies after today is left out.
    private static final LocalDate LAST = OrderBook.LAST_DAY.plusDays(6);

    private static final LocalDate FIRST = LAST.minusDays(DAYS - 1);

    /// What a line makes of which material.
    ///
    /// @param hours of labour a unit
    private record Style(String client, String code, String name, String shortName, String hours, boolean laidDown) {}

    private static final List<Style> STYLES = List.of(
            new Style("BOOT-LINE-A", "07.05.001", "潜水靴 B-5 Dive boot", "B5", "0.42", true),
            new Style("BOOT-LINE-A", "05.05.001", "靴筒 B-5 Upper", "B5-UPPER", "0.09", false),
            new Style("BOOT-LINE-A", "05.05.002", "靴底 B-5 Sole", "B5-SOLE", "0.12", true),
            new Style("SOCK-FAC-B", "07.05.002", "潜水袜 N-3 Dive sock", "N3", "0.16", true),
            new Style("SOCK-FAC-B", "05.05.003", "袜身 N-3 Sock body", "N3-BODY", "0.11", false));

    private static final String STANDS = "AK2601032";
    private static final List<String> OPERATIONS = List.of("CUTTING", "SEWING", "GLUING", "PACKING");
    private static final List<String> REASONS = List.of(
            "MATERIAL_SHORTAGE",
            "MATERIAL_SHORTAGE",
            "EQUIPMENT_FAILURE",
            "EQUIPMENT_FAILURE",
            "CHANGEOVER_SETUP",
            "CHANGEOVER_SETUP",
            "CHANGEOVER_SETUP",
            "MAINTENANCE_SCHEDULED",
            "QC_HOLD",
            "LACK_OF_ORDERS");
    private static final List<String> NOTES =
            List.of("", "", "", "", "", "缺料停线", "Waiting for neoprene", "换模 changeover", "新员工培训", "Needle broke twice");

    /// One work order while it is told.
    private static final class Order {
        final Style style;
        final String number;
        final String mto;
        final int quantity;
        final LocalDate start;
        final Dice dice;
        LocalDate last;
        int made;
        int defective;

        Order(Style style, String mto, int quantity, LocalDate start) {
            this.style = style;
            this.number = start + "-" + style.shortName() + (mto.isEmpty() ? "-STOCK" : "-" + mto);
            this.mto = mto;
            this.quantity = quantity;
            this.start = start;
            this.dice = new Dice("order " + number);
            this.last = start;
        }

        int left() {
            return (stands() ? quantity * 3 / 5 : quantity) - made;
        }

        /// Nothing is made of it any more.
        boolean isDone() {
            return left() <= 0;
        }

        /// Waits for its material since weeks.
        boolean stands() {
            return mto.equals(STANDS);
        }
    }

    private final Map<String, StringBuilder> files = new TreeMap<>();
    private final List<Order> orders = new ArrayList<>();

    private ShopFloorStory(String productionOrders) {
        collect(productionOrders);
    }

    /// @param productionOrders the ERP's file of them
    static Map<String, String> files(String productionOrders) {
        var story = new ShopFloorStory(productionOrders);
        story.tell();
        var texts = new TreeMap<String, String>();
        story.files.forEach((name, text) -> texts.put("kpi/" + name + ".csv", text.toString()));
        return texts;
    }

    private void collect(String productionOrders) {
        record Key(Style style, String mto) {}
        var quantities = new LinkedHashMap<Key, Integer>();
        var starts = new LinkedHashMap<Key, LocalDate>();
        for (var line : productionOrders.lines().skip(1).toList()) {
            var cells = line.split(",", -1);
            var day = LocalDate.parse(cells[6]);
            if (day.isBefore(FIRST) || cells[5].equals("B")) continue;
            for (var style : STYLES) {
                if (!style.code().equals(cells[10])) continue;
                var key = new Key(style, cells[3]);
                quantities.merge(key, Integer.parseInt(cells[14]), Integer::sum);
                starts.merge(key, day, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        quantities.forEach((key, quantity) -> orders.add(new Order(key.style(), key.mto(), quantity, starts.get(key))));
        for (var day = FIRST; day.isBefore(LAST); day = day.plusDays(7)) {
            var monday = day.with(java.time.temporal.TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            for (var style : List.of(STYLES.get(0), STYLES.get(3))) {
                int more = 100 * new Dice(style.code() + monday).below(8);
                int usual = style.client().startsWith("BOOT") ? 1400 : 2600;
                orders.add(new Order(style, "", usual + more, monday));
            }
        }
        orders.sort(java.util.Comparator.comparing((Order order) -> order.start).thenComparing(order -> order.number));
        orders.removeIf(order -> order.start.isAfter(LAST));
    }

    private void tell() {
        line("clients", "client_id", "name", "location");
        line("clients", "BOOT-LINE-A", "潜水靴线 Boot line A", "深圳 Shenzhen");
        line("clients", "SOCK-FAC-B", "潜水袜厂 Sock factory B", "东莞 Dongguan");
        line(
                "entries",
                "work_order_id",
                "shift_date",
                "shift_type",
                "operation_id",
                "units_produced",
                "units_defective",
                "run_time_hours",
                "employees_assigned",
                "employees_present",
                "shift_hours_scheduled",
                "downtime_total_minutes",
                "notes",
                "verified");
        line("downtime", "work_order_id", "shift_date", "shift_type", "reason", "minutes");
        line(
                "attendance",
                "client_id",
                "employee_id",
                "shift_date",
                "shift_type",
                "scheduled_hours",
                "actual_hours",
                "absence_type",
                "covered_by",
                "coverage_confirmed");
        line(
                "inspections",
                "work_order_id",
                "shift_date",
                "operation_checked",
                "method",
                "units_inspected",
                "units_passed",
                "units_defective",
                "total_defects_count",
                "units_rework",
                "units_repair",
                "defect_type",
                "root_cause");
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) work(day);
        plans();
        standards();
    }

    private void work(LocalDate day) {
        var weekday = day.getDayOfWeek();
        if (weekday == DayOfWeek.SUNDAY) return;
        for (var client : List.of("BOOT-LINE-A", "SOCK-FAC-B")) {
            var dice = new Dice(client + day);
            boolean saturday = weekday == DayOfWeek.SATURDAY;
            if (saturday && dice.below(3) > 0) continue;
            var shifts = saturday ? List.of("SAT_OT") : List.of("SHIFT_1ST", "SHIFT_2ND");
            for (var shift : shifts) {
                if (shift.equals("SHIFT_2ND") && day.equals(LAST)) continue;
                attendance(client, day, shift, dice);
                var running = orders.stream()
                        .filter(order -> order.style.client().equals(client))
                        .filter(order -> !order.start.isAfter(day) && !order.isDone())
                        .limit(shift.equals("SHIFT_1ST") ? 4 : 2)
                        .toList();
                for (var order : running) entry(order, day, shift, dice);
            }
        }
    }

    private void entry(Order order, LocalDate day, String shift, Dice dice) {
        int crew = order.style.client().startsWith("BOOT") ? 6 + dice.below(4) : 4 + dice.below(3);
        int hours = shift.equals("SAT_OT") ? 8 : 9;
        int downtime = dice.below(4) == 0 ? 5 * (2 + dice.below(17)) : 0;
        var run = BigDecimal.valueOf(hours)
                .subtract(BigDecimal.valueOf(downtime).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
        int pace = 70 + dice.below(22) + (int) (order.start.toEpochDay() - FIRST.toEpochDay()) / 15 - downtime / 6;
        var units = BigDecimal.valueOf((long) crew * hours * Math.max(pace, 45))
                .divide(new BigDecimal(order.style.hours()).multiply(BigDecimal.valueOf(100)), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(order.left()))
                .intValue();
        int defective = Math.min(units, units * (5 + dice.below(20)) / 1000);
        boolean silent = dice.below(11) == 0;
        line(
                "entries",
                order.number,
                day,
                shift,
                dice.pick(OPERATIONS),
                units,
                defective,
                run.stripTrailingZeros().toPlainString(),
                crew,
                silent ? "" : crew - (dice.below(5) == 0 ? 1 : 0),
                dice.below(6) == 0 ? "" : hours,
                downtime,
                dice.pick(NOTES),
                day.isBefore(LAST.minusDays(3)) && dice.below(10) > 0);
        if (downtime > 0) line("downtime", order.number, day, shift, dice.pick(REASONS), downtime);
        if (units > 20 && dice.below(2) == 0) inspection(order, day, units, dice);
        order.made += units;
        order.defective += defective;
        order.last = day;
    }

    private void inspection(Order order, LocalDate day, int units, Dice dice) {
        int seen = Math.max(20, units / 2);
        int bad = seen * (10 + dice.below(25)) / 1000;
        int rework = seen * dice.below(25) / 1000;
        int repair = seen * dice.below(15) / 1000;
        line(
                "inspections",
                order.number,
                day,
                dice.pick(OPERATIONS),
                dice.pick(List.of("VISUAL", "MEASUREMENT", "SAMPLE_CHECK")),
                seen,
                seen - bad - rework - repair,
                bad,
                bad + bad / 2,
                rework,
                repair,
                dice.pick(
                        List.of("STITCHING", "STITCHING", "SIZING", "COLOR_MISMATCH", "MATERIAL_DEFECT", "FINISHING")),
                dice.pick(List.of("OPERATOR_ERROR", "MATERIAL_ISSUE", "EQUIPMENT_ISSUE", "PROCESS_ISSUE", "UNKNOWN")));
    }

    private void attendance(String client, LocalDate day, String shift, Dice dice) {
        boolean boots = client.startsWith("BOOT");
        int people = shift.equals("SHIFT_1ST") ? (boots ? 14 : 10) : (boots ? 8 : 6);
        int hours = shift.equals("SAT_OT") ? 8 : 9;
        int floaters = 0;
        for (int person = 1; person <= people; person++) {
            var id = (boots ? "B" : "S") + (shift.equals("SHIFT_2ND") ? "2" : "1") + "%02d".formatted(person);
            boolean absent = dice.below(24) == 0;
            var type = dice.pick(List.of("UNSCHEDULED_ABSENCE", "UNSCHEDULED_ABSENCE", "VACATION", "MEDICAL_LEAVE"));
            boolean covered = absent && floaters < 2 && dice.below(5) < 2;
            line(
                    "attendance",
                    client,
                    id,
                    day,
                    shift,
                    hours,
                    absent ? 0 : hours,
                    absent ? type : "",
                    covered ? "F" + ++floaters : "",
                    covered ? "true" : "");
        }
    }

    private void plans() {
        line(
                "work_orders",
                "client_id",
                "work_order_id",
                "style_model",
                "planned_quantity",
                "planned_start_date",
                "planned_ship_date",
                "ideal_cycle_time",
                "priority_level",
                "po_number",
                "mto_number",
                "status",
                "status_since");
        line("holds", "work_order_id", "reason", "detail", "held_on", "resumed_on");
        line("jobs", "work_order_id", "part_number", "quantity_ordered", "quantity_completed", "quantity_scrapped");
        for (var order : orders) plan(order);
        line(
                "work_orders",
                "BOOT-LINE-A",
                "2025-12-15-BOOT-ABC123",
                "ROPER-BOOT",
                500,
                "2025-12-15",
                "2025-12-22",
                "0.25",
                "STANDARD",
                "PO-2025-12345",
                "",
                "ACTIVE",
                "2025-12-15");
        line("jobs", "2025-12-15-BOOT-ABC123", "ROPER-BOOT", 500, 0, 0);
    }

    private void plan(Order order) {
        var dice = order.dice;
        boolean isOver = order.isDone() && !order.stands();
        var ship = dice.below(6) == 0 ? order.last.minusDays(2) : order.last.plusDays(1 + dice.below(4));
        if (!isOver || ship.isBefore(order.start)) ship = order.start.plusDays(12L + dice.below(6));
        boolean holds = dice.below(9) == 0 && order.last.isAfter(order.start.plusDays(3));
        boolean stands = order.stands();
        var status = isOver ? "COMPLETED" : stands ? "ON_HOLD" : "ACTIVE";
        var since = isOver || stands ? order.last.plusDays(1) : order.start;
        if (since.isAfter(LAST)) since = LAST;
        line(
                "work_orders",
                order.style.client(),
                order.number,
                order.style.name(),
                order.quantity,
                order.start,
                dice.below(9) == 0 ? "" : ship,
                dice.below(6) == 0 ? "" : order.style.hours(),
                dice.below(7) == 0 ? "RUSH" : "STANDARD",
                "PO-" + (20_000 + dice.below(9_000)),
                order.mto,
                status,
                since);
        if (holds && !stands) {
            line(
                    "holds",
                    order.number,
                    "QUALITY_ISSUE",
                    "鞋底开胶 soles come off",
                    order.start.plusDays(1),
                    order.start.plusDays(3));
        }
        if (stands) {
            line("holds", order.number, "MATERIAL_INSPECTION", "来料待检 leather waits for inspection", since, "");
        }
        if (dice.below(3) > 0) {
            int scrapped = order.defective / 3;
            line("jobs", order.number, order.style.code(), order.quantity, order.made - scrapped, scrapped);
        }
    }

    private void standards() {
        line("cycle_times", "client_id", "style_model", "ideal_cycle_time");
        line("opportunities", "client_id", "part_number", "opportunities_per_unit");
        for (var style : STYLES) {
            if (style.laidDown()) line("cycle_times", style.client(), style.name(), style.hours());
            line("opportunities", style.client(), style.code(), style.code().startsWith("07") ? 47 : 10);
        }
        line("targets", "client_id", "kpi", "target");
        line("targets", "BOOT-LINE-A", "efficiency", 85);
        line("targets", "SOCK-FAC-B", "absenteeism", 5);
    }

    private void line(String file, Object... cells) {
        var text = files.computeIfAbsent(file, name -> new StringBuilder());
        for (int i = 0; i < cells.length; i++) text.append(i == 0 ? "" : ",").append(cells[i]);
        text.append('\n');
    }
}
