package org.gemba.planning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.gemba.planning.schedule.LateJob.Reason;
import org.gemba.planning.schedule.WorkCalendar.Shift;
import org.junit.jupiter.api.Test;

class RearrangementTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void aMovedJobPushesTheOthersRightAndKeepsTheirOrder() {
        var problem = twoLines(Job.NO_DUE);
        var schedule = solve(problem);
        int first = schedule.on(0).getFirst().job();
        int last = schedule.on(0).getLast().job();
        var order = schedule.on(0).stream().map(Placement::job).toList();
        var moved = Rearrangement.move(
                problem, schedule, last, 0, schedule.on(0).getFirst().start());
        var after = moved.moved().on(0).stream().map(Placement::job).toList();
        assertThat(after.getFirst()).isEqualTo(last);
        assertThat(after.subList(1, after.size())).isEqualTo(order.subList(0, order.size() - 1));
        assertThat(moved.moved().placements().get(first).start())
                .isGreaterThanOrEqualTo(moved.moved().placements().get(last).end());
    }

    @Test
    void theOtherLineStaysAsItWas() {
        var problem = twoLines(Job.NO_DUE);
        var schedule = solve(problem);
        int job = schedule.on(0).getLast().job();
        var moved = Rearrangement.move(problem, schedule, job, 0, 20 * 24 * 60).moved();
        assertThat(moved.on(1)).isEqualTo(schedule.on(1));
        assertThat(moved.placements().get(job).start()).isGreaterThanOrEqualTo(20 * 24 * 60);
    }

    @Test
    void namesWhoBecomesLate() {
        var problem = twoLines(8 * 60 + 5 * 60);
        var schedule = solve(problem);
        assertThat(schedule.figures().lateJobs()).isZero();
        int job = schedule.on(0).getFirst().job();
        var moved = Rearrangement.move(problem, schedule, job, 0, 24 * 60);
        assertThat(moved.newlyLate()).containsExactly(job);
    }

    @Test
    void aLineThatCannotMakeItIsRefused() {
        var problem = new Problem(
                List.of(Line.alwaysOpen("A"), Line.alwaysOpen("B")),
                List.of(Job.of("j", List.of(60, Job.CANNOT), Job.NO_DUE, 1)),
                Setups.none(),
                Weights.makespanOnly());
        assertThatThrownBy(() -> Rearrangement.move(problem, solve(problem), 0, 1, 0))
                .hasMessageContaining("cannot make");
    }

    @Test
    void saysWhyAJobIsLate() {
        var line = new Line("A", List.of(new Window(8 * 60, 16 * 60), new Window(32 * 60, 40 * 60)), List.of(), 0);
        var jobs = List.of(
                Job.of("urgent", List.of(4 * 60), 12 * 60, 10),
                Job.of("waits", List.of(4 * 60), 13 * 60, 1),
                Job.of("hopeless", List.of(10 * 60), 14 * 60, 1));
        var problem = new Problem(List.of(line), jobs, Setups.none(), new Weights(0.01, 0, 1, 0, 0));
        var late = LateJob.of(problem, solve(problem));
        assertThat(late).extracting(LateJob::job).containsExactly(2, 1);
        assertThat(late.get(0).reason()).isEqualTo(Reason.TOO_LITTLE_TIME);
        assertThat(late.get(1).reason()).isEqualTo(Reason.NO_CAPACITY);
        assertThat(late.get(1).before()).containsExactly(0);
    }

    @Test
    void aCalendarOpensShiftsWithoutMaintenanceAndOverMidnight() {
        var calendar = new WorkCalendar(
                Map.of(
                        DayOfWeek.MONDAY, List.of(new Shift(LocalTime.of(8, 0), LocalTime.of(16, 0))),
                        DayOfWeek.TUESDAY, List.of(new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0)))),
                List.of(new Window(10 * 60, 11 * 60)));
        assertThat(calendar.open(MONDAY, 1, 3 * 24 * 60))
                .containsExactly(
                        new Window(8 * 60, 10 * 60), new Window(11 * 60, 16 * 60), new Window(46 * 60, 54 * 60));
        assertThat(calendar.overtime(MONDAY, 120, 2 * 24 * 60))
                .containsExactly(new Window(16 * 60, 18 * 60), new Window(54 * 60, 56 * 60));
    }

    @Test
    void aCalendarGoesOnUntilThereIsEnough() {
        var calendar = new WorkCalendar(
                Map.of(DayOfWeek.FRIDAY, List.of(new Shift(LocalTime.of(8, 0), LocalTime.of(9, 0)))), List.of());
        assertThat(calendar.open(MONDAY, 180, 0)).hasSize(3);
    }

    private static Problem twoLines(int due) {
        var jobs = List.of(
                Job.of("a", List.of(60, Job.CANNOT), due, 1),
                Job.of("b", List.of(60, Job.CANNOT), due, 1),
                Job.of("c", List.of(60, Job.CANNOT), due, 1),
                Job.of("d", List.of(Job.CANNOT, 120), due, 1));
        Setups setups = (line, before, job) -> before < 0 ? 0 : 15;
        var open = List.of(new Window(8 * 60, 30 * 24 * 60));
        return new Problem(
                List.of(new Line("A", open, List.of(), 0), new Line("B", open, List.of(), 0)),
                jobs,
                setups,
                new Weights(1, 1, 1, 0, 0));
    }

    private static Schedule solve(Problem problem) {
        return ((Outcome.Solved) new Scheduler().solve(problem, new Effort(50_000, 0), 1, SearchWatch.none()))
                .schedule();
    }
}
