package org.gemba.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.planning.schedule.Job;
import org.gemba.planning.schedule.Line;
import org.gemba.planning.schedule.Placement;
import org.gemba.planning.schedule.Problem;
import org.gemba.planning.schedule.Schedule;
import org.gemba.planning.schedule.Setups;
import org.gemba.planning.schedule.Weights;
import org.gemba.planning.schedule.Window;
import org.gemba.planning.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// A schedule order as the search needs it, and what the search found as people need it: products and resources
/// become jobs and lines, local times become minutes from 00:00 of the first day.
///
/// A job takes 60 × quantity / capacity minutes, rounded up to the next quarter of an hour.
final class ScheduleProblem {
    private static final int GRID = 15;
    private static final int DAY = 24 * 60;
    private static final int OVERTIME_A_DAY = 4 * 60;
    private static final int[] WEIGHTS = {10, 5, 3, 2, 1};
    private static final Weights FIRST = new Weights(1, 0.1, 1, 0.5, 0);

    private final ScheduleOrder order;
    private final List<Product> products;
    private final List<Resource> resources;
    private final ZoneId zone;
    private final int earliest;
    private final int periodEnd;
    private final Map<Long, Integer> lineOf = new HashMap<>();

    /// @param products one for each job, in their order
    /// @param resources those that take part
    ScheduleProblem(ScheduleOrder order, List<Product> products, List<Resource> resources, ZoneId zone, Instant now) {
        this.order = order;
        this.products = products;
        this.resources = resources;
        this.zone = zone;
        this.periodEnd = (int) (ChronoUnit.DAYS.between(order.startDate(), order.endDate()) + 1) * DAY;
        for (int i = 0; i < resources.size(); i++) lineOf.put(resources.get(i).id(), i);
        int sinceStart = (int) Math.clamp(
                Duration.between(order.startDate().atStartOfDay(), LocalDateTime.ofInstant(now, zone))
                        .toMinutes(),
                -1,
                periodEnd);
        this.earliest = sinceStart < 0 || sinceStart >= periodEnd ? 0 : (sinceStart + GRID - 1) / GRID * GRID;
    }

    /// @param pinned items that must stay where they are, by job id
    Problem problem(Map<Integer, ScheduleItem> pinned) {
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < order.jobs().size(); i++) jobs.add(job(i, pinned.get(i + 1)));
        int needed = jobs.stream()
                .mapToInt(job ->
                        job.minutes().stream().mapToInt(Integer::intValue).max().orElse(0))
                .sum();
        int setups = order.setupMinutes().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                * jobs.size();
        var lines = new ArrayList<Line>();
        for (var resource : resources) lines.add(line(resource, needed + setups + earliest));
        return new Problem(lines, jobs, setups(), FIRST);
    }

    private Job job(int index, @Nullable ScheduleItem pin) {
        var wanted = order.jobs().get(index);
        var minutes = new ArrayList<Integer>();
        for (var resource : resources) {
            boolean can = resource.canMake(products.get(index));
            minutes.add(can ? minutes(wanted.quantity(), resource.capacityPerHour()) : Job.CANNOT);
        }
        int due = wanted.dueDate() == null
                ? Job.NO_DUE
                : (int) (ChronoUnit.DAYS.between(order.startDate(), wanted.dueDate()) + 1) * DAY;
        var line = pin == null ? null : lineOf.get(pin.resourceId());
        var place = pin == null || line == null ? null : new Job.Pin(line, minute(pin.startTime()));
        return new Job(
                String.valueOf(index + 1),
                minutes,
                place == null ? earliest : 0,
                Math.max(0, due),
                WEIGHTS[wanted.priority() - 1],
                place,
                null);
    }

    static int minutes(BigDecimal quantity, BigDecimal perHour) {
        var exact = quantity.multiply(BigDecimal.valueOf(60)).divide(perHour, 6, RoundingMode.HALF_UP);
        int whole = exact.setScale(0, RoundingMode.CEILING).intValueExact();
        return Math.max(GRID, (whole + GRID - 1) / GRID * GRID);
    }

    private Line line(Resource resource, int needed) {
        var calendar = calendar(resource);
        var open = limited(
                calendar.open(order.startDate(), needed, periodEnd),
                order.availableHours().get(resource.id()));
        int perWeek = order.overtimeHours().multiply(BigDecimal.valueOf(60)).intValue();
        int until =
                open.isEmpty() ? periodEnd : Math.max(periodEnd, open.getLast().end());
        var overtime = perWeek == 0
                ? List.<Window>of()
                : calendar.overtime(order.startDate(), Math.min(perWeek, OVERTIME_A_DAY), until);
        return new Line(resource.name(), open, overtime, perWeek);
    }

    private WorkCalendar calendar(Resource resource) {
        var weekly = new EnumMap<java.time.DayOfWeek, List<WorkCalendar.Shift>>(java.time.DayOfWeek.class);
        resource.calendar()
                .weekly()
                .forEach((day, spans) -> weekly.put(
                        day,
                        spans.stream()
                                .map(span -> new WorkCalendar.Shift(span.begin(), span.end()))
                                .toList()));
        var down = new ArrayList<Window>();
        for (var each : resource.calendar().maintenance()) {
            int from = Math.max(0, minute(each.start()));
            int to = Math.max(0, minute(each.end()));
            if (from < to) down.add(new Window(from, to));
        }
        return new WorkCalendar(weekly, down);
    }

    /// Regular time within the schedule's days up to a budget; later time stays.
    private List<Window> limited(List<Window> open, @Nullable BigDecimal hours) {
        if (hours == null) return open;
        int left = hours.multiply(BigDecimal.valueOf(60)).intValue();
        var kept = new ArrayList<Window>();
        for (var window : open) {
            if (window.start() >= periodEnd) {
                kept.add(window);
                continue;
            }
            int taken = Math.min(left, window.minutes());
            left -= taken;
            if (taken > 0) kept.add(new Window(window.start(), window.start() + taken));
        }
        return kept;
    }

    private Setups setups() {
        return (line, before, job) -> before < 0
                ? 0
                : order.setupMinutes()
                        .getOrDefault(
                                products.get(before).id() + "-"
                                        + products.get(job).id(),
                                0);
    }

    private int minute(Instant instant) {
        return minute(LocalDateTime.ofInstant(instant, zone));
    }

    private int minute(LocalDateTime local) {
        return (int) Duration.between(order.startDate().atStartOfDay(), local).toMinutes();
    }

    /// A minute as a point in time: local clock first, so that a change to summer time moves no shift.
    private Instant instant(int minute) {
        return order.startDate().atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }

    int minuteOf(Instant instant) {
        return minute(instant);
    }

    int line(long resourceId) {
        return lineOf.getOrDefault(resourceId, -1);
    }

    /// @param reasons why jobs are late, by index
    /// @param former what stood before, whose pins and states stay; by job id
    List<ScheduleItem> items(
            Problem problem, Schedule schedule, Map<Integer, String> reasons, Map<Integer, ScheduleItem> former) {
        var items = new ArrayList<ScheduleItem>();
        for (var placement : schedule.placements()) {
            var wanted = order.jobs().get(placement.job());
            var before = former.get(placement.job() + 1);
            items.add(new ScheduleItem(
                    placement.job() + 1,
                    wanted.productId(),
                    wanted.quantity(),
                    wanted.dueDate(),
                    wanted.priority(),
                    resources.get(placement.line()).id(),
                    instant(placement.setupStart()),
                    placement.setupMinutes(),
                    instant(placement.start()),
                    instant(placement.end()),
                    problem.jobs().get(placement.job()).minutes().get(placement.line()),
                    placement.late(),
                    reasons.get(placement.job()),
                    before != null && before.isPinned(),
                    before == null ? "scheduled" : before.status()));
        }
        return items;
    }

    /// The stored items as the search knows them.
    Schedule schedule(Problem problem, List<ScheduleItem> items, ScheduleFigures figures) {
        var placements = new ArrayList<Placement>();
        for (var item : items) {
            placements.add(new Placement(
                    item.jobId() - 1,
                    line(item.resourceId()),
                    minute(item.setupStart()),
                    item.setupMinutes(),
                    minute(item.startTime()),
                    minute(item.endTime()),
                    item.lateMinutes()));
        }
        var opened = new ArrayList<List<Integer>>();
        for (var resource : resources) {
            opened.add(figures.loads().stream()
                    .filter(load -> load.resourceId() == resource.id())
                    .findFirst()
                    .map(ScheduleFigures.Load::openedOvertime)
                    .orElse(List.of()));
        }
        return new Schedule(
                placements,
                opened,
                new org.gemba.planning.schedule.Figures(
                        figures.beginMinute(), figures.endMinute(), figures.setupMinutes(), 0, 0, 0, 0));
    }

    List<ScheduleFigures.Load> loads(Problem problem, Schedule schedule) {
        var loads = new ArrayList<ScheduleFigures.Load>();
        for (int line = 0; line < resources.size(); line++) {
            int open = problem.lines().get(line).open().stream()
                    .mapToInt(window -> Math.max(0, Math.min(window.end(), periodEnd) - window.start()))
                    .sum();
            int used = 0;
            for (var placement : schedule.on(line)) {
                used += placement.setupMinutes()
                        + problem.jobs().get(placement.job()).minutes().get(line);
            }
            loads.add(new ScheduleFigures.Load(
                    resources.get(line).id(),
                    open,
                    used,
                    schedule.openedOvertime().get(line)));
        }
        return loads;
    }
}
