package org.gemba.platform.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What starts every day at given times. Each schedule keeps the instant up to which its times are dealt with; it is
/// due when one of its times lies between that and now. So times that passed while the machine was off or asleep are
/// made up for by one single start, none is started twice, and a time that the clocks skip or repeat starts once.
final class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    /// A clock that was set back by less than this does not repeat what has been started.
    private static final Duration SMALL_STEP = Duration.ofHours(2);

    private record Schedule(Supplier<List<LocalTime>> times, Supplier<ZoneId> zone, Runnable start) {
        /// The first time after the given instant; none when there are no times.
        Optional<Instant> after(Instant instant) {
            var at = zone.get();
            var day = instant.atZone(at).toLocalDate();
            return LongStream.rangeClosed(-1, 2)
                    .mapToObj(day::plusDays)
                    .flatMap(date -> times.get().stream()
                            .map(time -> date.atTime(time).atZone(at).toInstant()))
                    .filter(instant::isBefore)
                    .min(Instant::compareTo);
        }
    }

    private final Database database;
    private final Clock clock;
    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    private final Map<String, Instant> marks = new ConcurrentHashMap<>();

    Schedules(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String name, Supplier<List<LocalTime>> times, Supplier<ZoneId> zone, Runnable start) {
        if (schedules.putIfAbsent(name, new Schedule(times, zone, start)) != null) {
            throw new IllegalArgumentException("the schedule " + name + " exists already");
        }
        marks.put(name, database.read(handle -> mark(handle, name)).orElseGet(() -> moveMark(name)));
    }

    /// Times that were changed count from now on.
    void changed(String name) {
        if (schedules.containsKey(name)) moveMark(name);
    }

    Optional<Instant> next(String name) {
        var schedule = schedules.get(name);
        var mark = marks.get(name);
        return schedule == null || mark == null ? Optional.empty() : schedule.after(mark);
    }

    /// Starts what is due.
    void look() {
        schedules.forEach((name, schedule) -> {
            try {
                look(name, schedule);
            } catch (RuntimeException e) {
                LOG.warn("the schedule {} did not start: {}", name, e.getMessage(), e);
            }
        });
    }

    private void look(String name, Schedule schedule) {
        var now = clock.instant();
        var mark = marks.getOrDefault(name, now);
        if (mark.isAfter(now.plus(SMALL_STEP))) mark = moveMark(name);
        var due = schedule.after(mark);
        if (due.isEmpty() || due.get().isAfter(now)) return;
        moveMark(name);
        LOG.info("the schedule {} starts what was due at {}", name, due.get());
        schedule.start().run();
    }

    private Instant moveMark(String name) {
        var now = clock.instant();
        database.write(handle ->
                handle.createUpdate("""
                        merge into schedule_mark using (values (cast(:name as varchar), cast(:now as timestamp(6) with time zone))) s(name, looked_at)
                        on schedule_mark.name = s.name
                        when matched then update set looked_at = s.looked_at
                        when not matched then insert (name, looked_at) values (s.name, s.looked_at)""").bind("name", name).bind("now", now).execute());
        marks.put(name, now);
        return now;
    }

    private static Optional<Instant> mark(Handle handle, String name) {
        return handle.createQuery("select looked_at from schedule_mark where name = :name")
                .bind("name", name)
                .mapTo(Instant.class)
                .findOne();
    }
}
