package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.ResourceTable;
import org.gemba.planning.data.ScheduleTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// Lines, machines and crews, and how much of their time is free.
public final class ResourceService {
    private static final long MOST_CAPACITY = 10_000_000;
    private static final int MOST_CAPABILITIES = 200;
    private static final int MOST_DAYS = 366;

    private final Ground ground;

    ResourceService(Ground ground) {
        this.ground = ground;
    }

    /// One day of a resource, in minutes.
    ///
    /// @param open working time, maintenance included
    /// @param scheduled work and set-ups of published schedules that begin on this day
    public record Day(LocalDate day, long open, long scheduled, long maintenance) {}

    /// A resource and its days.
    public record Availability(Resource resource, List<Day> days) {
        public Availability {
            days = List.copyOf(days);
        }
    }

    /// @param from first day; null for today
    /// @param to last day; null for six days later
    /// @throws AppError.InvalidInput for a reversed range or one of more than a year
    public List<Availability> availability(
            Caller caller, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String kind) {
        caller.require(Permission.PLANNING_READ);
        var first = from == null ? ground.today() : from;
        var last = to == null ? first.plusDays(6) : to;
        var faults = new Faults();
        faults.broken(last.isBefore(first), "end_date", last, "must not be before start_date");
        faults.broken(
                last.isAfter(first.plusDays(MOST_DAYS)), "end_date", last, "must be within " + MOST_DAYS + " days");
        faults.check();
        return ground.database().read(handle -> {
            var zone = ground.zone().get();
            var busy = new HashMap<String, Long>();
            var until = last.plusDays(1).atStartOfDay(zone).toInstant();
            for (var piece : ScheduleTable.busy(handle, first.atStartOfDay(zone).toInstant(), until)) {
                var day = LocalDate.ofInstant(piece.startTime(), zone);
                busy.merge(piece.resourceId() + " " + day, (long) piece.minutes(), Long::sum);
            }
            var all = new ArrayList<Availability>();
            for (var resource : ResourceTable.list(handle, kind)) {
                var days = first.datesUntil(last.plusDays(1))
                        .map(day -> {
                            var minutes = resource.calendar().on(day);
                            long used = busy.getOrDefault(resource.id() + " " + day, 0L);
                            return new Day(day, minutes.open(), used, minutes.maintenance());
                        })
                        .toList();
                all.add(new Availability(resource, days));
            }
            return all;
        });
    }

    public Resource find(Caller caller, long id) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> ResourceTable.get(handle, id));
    }

    /// @throws AppError.Conflict when another has its name
    public Resource add(Caller caller, NewResource asked) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        faults.required("name", asked.name());
        faults.required("capacity_per_hour", asked.capacityPerHour());
        check(faults, asked);
        var now = ground.now();
        var usual = new Resource(
                0,
                "",
                "manufacturing_line",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                true,
                List.of(),
                "",
                ResourceCalendar.usual(),
                now,
                now,
                0);
        var added = ground.database().write(handle -> {
            var resource = merged(usual, asked);
            ResourceTable.refuseDouble(handle, resource.name(), 0);
            long id = ResourceTable.insert(handle, resource);
            var stored = ResourceTable.get(handle, id);
            ground.audit(handle, caller, "create", "planning_resource", id, null, stored);
            return stored;
        });
        ground.events().publish(new PlanningChange.ResourceChanged(added.id()));
        return added;
    }

    /// @throws AppError.Conflict when somebody else changed it meanwhile, or another has its new name
    public Resource change(Caller caller, long id, NewResource asked) {
        caller.require(Permission.PLANNING_WRITE);
        check(new Faults(), asked);
        var changed = ground.database().write(handle -> {
            var before = ResourceTable.get(handle, id);
            if (asked.version() != null && asked.version() != before.version()) {
                throw new AppError.Conflict("Resource " + before.name() + " was changed meanwhile (version "
                        + before.version() + "): capacity "
                        + before.capacityPerHour().toPlainString() + " an hour");
            }
            var after = merged(before, asked);
            ResourceTable.refuseDouble(handle, after.name(), id);
            ResourceTable.update(handle, after);
            ground.audit(handle, caller, "update", "planning_resource", id, before, after);
            return ResourceTable.get(handle, id);
        });
        ground.events().publish(new PlanningChange.ResourceChanged(id));
        return changed;
    }

    private static void check(Faults faults, NewResource asked) {
        faults.text("name", asked.name(), 1, 120);
        faults.text("type", asked.kind(), 1, 60);
        faults.text("location", asked.location(), 0, 120);
        faults.positive("capacity_per_hour", asked.capacityPerHour(), MOST_CAPACITY);
        faults.amount("hourly_cost", asked.hourlyCost(), MOST_CAPACITY);
        if (asked.capabilities() != null) {
            faults.range("capabilities", asked.capabilities().size(), 0, MOST_CAPABILITIES);
            for (var able : asked.capabilities()) faults.text("capabilities", able, 1, 80);
        }
        faults.check();
    }

    private Resource merged(Resource before, NewResource asked) {
        return new Resource(
                before.id(),
                asked.name() == null ? before.name() : asked.name().strip(),
                asked.kind() == null ? before.kind() : asked.kind(),
                asked.capacityPerHour() == null ? before.capacityPerHour() : asked.capacityPerHour(),
                asked.hourlyCost() == null ? before.hourlyCost() : asked.hourlyCost(),
                asked.isAvailable() == null ? before.isAvailable() : asked.isAvailable(),
                asked.capabilities() == null ? before.capabilities() : asked.capabilities(),
                asked.location() == null ? before.location() : asked.location().strip(),
                asked.calendar() == null ? before.calendar() : asked.calendar(),
                before.createdAt(),
                ground.now(),
                before.version() + 1);
    }
}
