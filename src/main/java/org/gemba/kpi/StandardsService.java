package org.gemba.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.ClientTable;
import org.gemba.kpi.data.StandardTable;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// What leaders lay down for a client: targets, cycle times, opportunities for defects, shifts.
public final class StandardsService {
    private static final int MOST_OPPORTUNITIES = 1_000_000;

    private final Books books;

    StandardsService(Books books) {
        this.books = books;
    }

    /// Every figure's target of the clients, the client's own or the default.
    ///
    /// @param clientId null for every client of the caller
    public List<Target> targets(Caller caller, @Nullable String clientId) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            var own = StandardTable.targets(handle, scope.clients());
            var all = new ArrayList<Target>();
            for (var client : ClientTable.list(handle, scope.clients())) {
                for (var kpi : KpiName.values()) all.add(effective(own, client.clientId(), kpi));
            }
            return all;
        });
    }

    private static Target effective(List<Target> own, String clientId, KpiName kpi) {
        return own.stream()
                .filter(target -> target.clientId().equals(clientId) && target.kpi() == kpi)
                .findFirst()
                .orElseGet(() -> new Target(clientId, kpi, kpi.defaultTarget(), false));
    }

    /// @throws AppError.InvalidInput for a target that the figure cannot come to
    public Target putTarget(Caller caller, @Nullable String clientId, KpiName kpi, BigDecimal target) {
        caller.require(Permission.KPI_CONFIGURE);
        var faults = new Faults();
        var value = target.setScale(Math.min(target.scale(), 6), RoundingMode.HALF_UP);
        faults.amount("target", value, kpi.mostTarget());
        faults.check();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, clientId, "client_id");
            var before = effective(StandardTable.targets(handle, List.of(client.clientId())), client.clientId(), kpi);
            var after = new Target(client.clientId(), kpi, value, true);
            StandardTable.put(handle, after, books.now(), caller.username());
            books.audit(
                    handle,
                    caller,
                    "update",
                    "kpi_target",
                    client.clientId() + "/" + kpi.code(),
                    Map.of("target", before.target()),
                    Map.of("target", value));
            return after;
        });
        books.announce(new KpiChange.StandardsChanged(made.clientId()));
        return made;
    }

    /// @param clientId null for every client of the caller
    public List<CycleTime> cycleTimes(Caller caller, @Nullable String clientId) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            return StandardTable.cycleTimes(handle, scope.clients());
        });
    }

    public CycleTime putCycleTime(Caller caller, @Nullable String clientId, String style, BigDecimal hours) {
        caller.require(Permission.KPI_CONFIGURE);
        var faults = new Faults();
        faults.text("style_model", style, 1, 100);
        faults.positive("ideal_cycle_time", hours, 10_000);
        faults.broken(
                hours.stripTrailingZeros().scale() > 8, "ideal_cycle_time", hours, "must have at most 8 decimals");
        faults.check();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, clientId, "client_id");
            var before = StandardTable.cycleTimes(handle, List.of(client.clientId())).stream()
                    .filter(standard -> standard.styleModel().equals(style.strip()))
                    .findFirst();
            var after = new CycleTime(client.clientId(), style.strip(), hours);
            StandardTable.put(handle, after, books.now(), caller.username());
            books.audit(
                    handle,
                    caller,
                    before.isPresent() ? "update" : "create",
                    "kpi_cycle_time",
                    client.clientId() + "/" + after.styleModel(),
                    before.map(known -> Map.of("ideal_cycle_time", known.idealCycleTime()))
                            .orElse(null),
                    Map.of("ideal_cycle_time", hours));
            return after;
        });
        books.announce(new KpiChange.StandardsChanged(made.clientId()));
        return made;
    }

    /// @param clientId null for every client of the caller
    public List<PartOpportunities> opportunities(Caller caller, @Nullable String clientId) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            return StandardTable.opportunities(handle, scope.clients());
        });
    }

    public PartOpportunities putOpportunities(Caller caller, @Nullable String clientId, String part, int count) {
        caller.require(Permission.KPI_CONFIGURE);
        var faults = new Faults();
        faults.text("part_number", part, 1, 100);
        faults.range("opportunities_per_unit", count, 1, MOST_OPPORTUNITIES);
        faults.check();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, clientId, "client_id");
            var before = StandardTable.opportunities(handle, List.of(client.clientId())).stream()
                    .filter(known -> known.partNumber().equals(part))
                    .findFirst();
            var after = new PartOpportunities(client.clientId(), part, count);
            StandardTable.put(handle, after, books.now(), caller.username());
            books.audit(
                    handle,
                    caller,
                    before.isPresent() ? "update" : "create",
                    "kpi_part_opportunities",
                    client.clientId() + "/" + part,
                    before.map(known -> Map.of("opportunities_per_unit", known.opportunitiesPerUnit()))
                            .orElse(null),
                    Map.of("opportunities_per_unit", count));
            return after;
        });
        books.announce(new KpiChange.StandardsChanged(made.clientId()));
        return made;
    }

    /// The client's shifts, its own or the factory's.
    public ShiftCalendar calendar(Caller caller, @Nullable String clientId) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var client = books.client(handle, caller, clientId, "client_id");
            return ShiftCalendar.of(client, StandardTable.shifts(handle, client.clientId()));
        });
    }

    /// @param asked of the client that it names
    public Shift putShift(Caller caller, Shift asked) {
        caller.require(Permission.KPI_CONFIGURE);
        var faults = new Faults();
        faults.positive("hours", asked.hours(), 24);
        faults.broken(asked.weekdays().isEmpty(), "weekdays", null, "must name at least one day");
        faults.broken(
                asked.hours().compareTo(length(asked)) > 0,
                "hours",
                asked.hours(),
                "must be <= the time from starts_at to ends_at ("
                        + length(asked).toPlainString() + ")");
        faults.check();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, asked.clientId(), "client_id");
            StandardTable.put(handle, asked, books.now(), caller.username());
            books.audit(
                    handle,
                    caller,
                    "update",
                    "kpi_shift",
                    client.clientId() + "/" + asked.type(),
                    null,
                    Map.of(
                            "starts_at", asked.startsAt().toString(),
                            "ends_at", asked.endsAt().toString(),
                            "hours", asked.hours(),
                            "weekdays",
                                    asked.weekdays().stream().sorted().toList().toString()));
            return asked;
        });
        books.announce(new KpiChange.StandardsChanged(made.clientId()));
        return made;
    }

    /// In hours, with breaks.
    private static BigDecimal length(Shift shift) {
        long minutes = Duration.between(shift.startsAt(), shift.endsAt()).toMinutes();
        if (shift.crossesMidnight()) minutes += Duration.ofDays(1).toMinutes();
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
