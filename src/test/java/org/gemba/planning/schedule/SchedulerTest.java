package org.gemba.planning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
    private static final Effort SHORT = new Effort(60_000, 0);
    private final Scheduler scheduler = new Scheduler();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    I_6_2_S_1-9_1,   74
                    I_6_4_S_1-49_1,  75
                    I_8_3_S_1-9_1,   72
                    I_10_2_S_1-49_1, 213
                    I_10_3_S_1-99_1, 174
                    I_12_2_S_1-9_1,  264
                    """)
    void provesTheBestOfPublishedInstances(String name, double best) {
        var problem = Instance.read(name);
        var solved = solve(problem, new Effort(400_000, 5));
        assertThat(solved.objective()).isEqualTo(best);
        assertThat(solved.bound().isProven()).isTrue();
        assertThat(solved.gap()).isZero();
        assertThat(ScheduleChecker.faults(problem, solved.schedule())).isEmpty();
    }

    @Test
    void comesWithinFivePercentOfThePublishedBestOfFiftyJobsOnTenMachines() {
        var problem = Instance.read("I_50_10_S_1-9_1");
        var solved = solve(problem, new Effort(3_000_000, 0));
        assertThat(solved.objective()).isLessThanOrEqualTo(67 * 1.05);
        assertThat(ScheduleChecker.faults(problem, solved.schedule())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyScheduleHoldsItsRules(long seed) {
        var problem = RandomProblem.of(seed, 6 + (int) seed, 1 + (int) (seed % 4), seed % 2 == 0);
        var solved = solve(problem, SHORT);
        assertThat(ScheduleChecker.faults(problem, solved.schedule())).isEmpty();
        assertThat(solved.objective())
                .isEqualTo(problem.weights().of(solved.schedule().figures()));
        assertThat(solved.bound().value()).isLessThanOrEqualTo(solved.objective() + 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void noOrderIsBetterThanTheBestFoundAndTheBoundHolds(long seed) {
        var problem = withoutOvertime(RandomProblem.of(seed, 5, 2, false));
        double best = bestByTryingAll(problem);
        var solved = solve(problem, new Effort(60_000, 5));
        assertThat(solved.objective()).isCloseTo(best, within(1e-6));
        assertThat(solved.bound().value()).isLessThanOrEqualTo(best + 1e-3);
        assertThat(solved.gap()).isLessThan(1e-5);
    }

    @Test
    void theSameSeedGivesTheSameSchedule() {
        var problem = RandomProblem.of(7, 20, 3, true);
        assertThat(solve(problem, SHORT).schedule())
                .isEqualTo(solve(problem, SHORT).schedule());
    }

    @Test
    void goesOnWithoutTheNativeSolverAndSaysSo() {
        var without = new Scheduler(() -> Optional.of("no such library"));
        var problem = Instance.read("I_6_2_S_1-9_1");
        var solved = (Outcome.Solved) without.solve(problem, new Effort(100_000, 5), 1, SearchWatch.none());
        assertThat(solved.objective()).isEqualTo(74);
        assertThat(solved.bound().source()).isEqualTo(Bound.Source.COUNTED);
        assertThat(solved.bound().isProven()).isFalse();
        assertThat(solved.bound().remark()).isEqualTo("no such library");
    }

    @Test
    void aJobThatNoLineCanMakeIsNamed() {
        var problem = new Problem(
                List.of(Line.alwaysOpen("A")),
                List.of(
                        Job.of("can", List.of(60), Job.NO_DUE, 1),
                        Job.of("cannot", List.of(Job.CANNOT), Job.NO_DUE, 1)),
                Setups.none(),
                Weights.makespanOnly());
        var outcome = scheduler.solve(problem, SHORT, 1, SearchWatch.none());
        assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        assertThat(((Outcome.Impossible) outcome).jobs()).extracting(Job::id).containsExactly("cannot");
    }

    @Test
    void endsEarlyWithWhatItHasWhenTold() {
        var looks = new AtomicInteger();
        SearchWatch impatient = () -> looks.incrementAndGet() > 3;
        var problem = RandomProblem.of(3, 30, 3, false);
        var solved = (Outcome.Solved) scheduler.solve(problem, new Effort(50_000_000, 60), 1, impatient);
        assertThat(ScheduleChecker.faults(problem, solved.schedule())).isEmpty();
        assertThat(looks.get()).isLessThan(20);
    }

    @Test
    void overtimeIsOpenedWhereItSavesLateness() {
        var day = new Window(8 * 60, 16 * 60);
        var next = new Window(32 * 60, 40 * 60);
        var line = new Line("A", List.of(day, next), List.of(new Window(16 * 60, 20 * 60)), 4 * 60);
        var job = Job.of("long", List.of(10 * 60), 18 * 60, 10);
        var problem = new Problem(List.of(line), List.of(job), Setups.none(), new Weights(0.01, 0, 1, 0.5, 0));
        var solved = solve(problem, SHORT);
        assertThat(solved.schedule().figures().lateJobs()).isZero();
        assertThat(solved.schedule().figures().overtimeMinutes()).isEqualTo(2 * 60);
        assertThat(ScheduleChecker.faults(problem, solved.schedule())).isEmpty();
    }

    @Test
    void aReplannedScheduleLeavesInPlaceWhatNeedNotMove() {
        var problem = RandomProblem.of(11, 16, 3, false);
        var former = solve(problem, SHORT).schedule();
        var ids = problem.jobs().stream().map(Job::id).toList();
        var more = new ArrayList<>(problem.jobs());
        more.add(Job.of("rush", List.of(60, 60, 60), 36 * 60, 10));
        var setups = problem.setups();
        Setups grown = (line, before, job) -> before == 16 || job == 16 ? 15 : setups.minutes(line, before, job);
        var changed = new Problem(problem.lines(), more, grown, problem.weights());
        var replanned = (Outcome.Solved)
                scheduler.solve(Replanning.of(changed, former, ids, 5_000), SHORT, 1, SearchWatch.none());
        assertThat(replanned.schedule().figures().changes()).isLessThanOrEqualTo(2);
        assertThat(ScheduleChecker.faults(changed, replanned.schedule())).isEmpty();
    }

    private Outcome.Solved solve(Problem problem, Effort effort) {
        return (Outcome.Solved) scheduler.solve(problem, effort, 1, SearchWatch.none());
    }

    private static Problem withoutOvertime(Problem problem) {
        var lines = problem.lines().stream()
                .map(line -> new Line(line.id(), line.open(), List.of(), 0))
                .toList();
        return new Problem(lines, problem.jobs(), problem.setups(), problem.weights());
    }

    private static double bestByTryingAll(Problem problem) {
        var orders = new ArrayList<List<Integer>>();
        for (int line = 0; line < problem.lines().size(); line++) orders.add(new ArrayList<>());
        return tryAll(new Model(problem), orders, 0);
    }

    private static double tryAll(Model model, List<List<Integer>> orders, int job) {
        if (job == model.jobs) return value(model, orders);
        double best = Double.MAX_VALUE;
        for (int line = 0; line < model.lines; line++) {
            if (!model.canRun(line, job)) continue;
            var order = orders.get(line);
            for (int at = 0; at <= order.size(); at++) {
                order.add(at, job);
                best = Math.min(best, tryAll(model, orders, job + 1));
                order.remove(at);
            }
        }
        return best;
    }

    private static double value(Model model, List<List<Integer>> orders) {
        var plan = new Plan(model);
        for (int line = 0; line < model.lines; line++) {
            for (int job : orders.get(line)) plan.insert(line, plan.length[line], job);
        }
        plan.timeAll();
        return plan.objective();
    }
}
