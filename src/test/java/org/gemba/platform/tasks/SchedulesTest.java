package org.gemba.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-24T00:00:00Z");
    private final AtomicInteger starts = new AtomicInteger();
    private List<LocalTime> times = List.of();
    private ZoneId zone = ZoneId.of("Asia/Shanghai");
    private Database database;
    private Schedules schedules;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        schedules = new Schedules(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void add(String... at) {
        times = java.util.Arrays.stream(at).map(LocalTime::parse).toList();
        schedules.add("erp.sync", () -> times, () -> zone, starts::incrementAndGet);
    }

    private int startsAt(String instant) {
        clock.set(instant);
        starts.set(0);
        schedules.look();
        schedules.look();
        return starts.get();
    }

    @Test
    void itStartsOnceAtEachTimeOfTheFactorysDay() {
        add("07:00", "12:00");
        assertThat(schedules.next("erp.sync")).contains(Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(startsAt("2026-11-24T03:59:59Z")).isZero();
        assertThat(startsAt("2026-11-24T04:00:00Z")).isEqualTo(1);
        assertThat(startsAt("2026-11-24T22:59:58Z")).isZero();
        assertThat(startsAt("2026-11-24T23:00:00Z")).isEqualTo(1);
        assertThat(schedules.next("erp.sync")).contains(Instant.parse("2026-11-25T04:00:00Z"));
    }

    @Test
    void timesThatPassedWhileTheMachineWasOffAreMadeUpForByOneStart() {
        add("07:00", "12:00");
        schedules = new Schedules(database, clock);
        clock.set("2026-11-27T08:00:00Z");
        add("07:00", "12:00");
        assertThat(startsAt("2026-11-27T08:00:00Z")).isEqualTo(1);
        assertThat(startsAt("2026-11-27T08:00:05Z")).isZero();
    }

    @Test
    void changedTimesCountFromNowOn() {
        add("07:00");
        assertThat(startsAt("2026-11-24T02:00:00Z")).isZero();
        times = List.of(LocalTime.parse("09:00"), LocalTime.parse("11:00"));
        schedules.changed("erp.sync");
        assertThat(startsAt("2026-11-24T02:00:01Z")).as("09:00 is past already").isZero();
        assertThat(startsAt("2026-11-24T03:00:00Z")).isEqualTo(1);
        times = List.of();
        schedules.changed("erp.sync");
        assertThat(schedules.next("erp.sync")).isEmpty();
        assertThat(startsAt("2026-11-29T03:00:00Z")).isZero();
    }

    @Test
    void aTimeThatTheClocksSkipOrRepeatStartsOnce() {
        zone = ZoneId.of("Europe/Berlin");
        clock.set("2026-03-28T12:00:00Z");
        add("02:30");
        assertThat(startsAt("2026-03-29T00:59:00Z")).isZero();
        assertThat(startsAt("2026-03-29T01:30:00Z")).as("03:30 summer time").isEqualTo(1);
        assertThat(startsAt("2026-03-29T12:00:00Z")).isZero();
        clock.set("2026-10-24T12:00:00Z");
        schedules.changed("erp.sync");
        assertThat(startsAt("2026-10-25T00:30:00Z")).isEqualTo(1);
        assertThat(startsAt("2026-10-25T01:30:00Z"))
                .as("02:30 for the second time")
                .isZero();
    }

    @Test
    void aClockThatStepsBackDoesNotRepeatAndOneThatWasFarAheadDoesNotBlock() {
        add("12:00");
        assertThat(startsAt("2026-11-24T04:00:00Z")).isEqualTo(1);
        assertThat(startsAt("2026-11-24T03:30:00Z")).isZero();
        assertThat(startsAt("2026-11-24T04:00:00Z")).isZero();
        assertThat(startsAt("2038-01-19T04:00:00Z")).isEqualTo(1);
        assertThat(startsAt("2026-11-25T03:00:00Z")).isZero();
        assertThat(startsAt("2026-11-25T04:00:00Z")).isEqualTo(1);
    }
}
