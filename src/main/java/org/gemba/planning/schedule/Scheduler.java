package org.gemba.planning.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemba.planning.solver.NativeSolver;

/// Makes schedules: a first one at once, a better one by local search, then a bound on the best, which often proves
/// that nothing better exists. Late jobs are scheduled late and never left out.
public final class Scheduler {
    private static final double ROUNDING = 1e-6;

    private final Supplier<Optional<String>> solver;

    public Scheduler() {
        this(NativeSolver::load);
    }

    /// @param solver why the native solver cannot be used, empty when it can
    public Scheduler(Supplier<Optional<String>> solver) {
        this.solver = solver;
    }

    /// @param seed the same seed gives the same schedule
    public Outcome solve(Problem problem, Effort effort, long seed, SearchWatch watch) {
        var impossible = problem.impossible();
        if (!impossible.isEmpty()) return new Outcome.Impossible(impossible);
        var model = new Model(problem);
        var plan = new Annealing(FirstSchedule.of(model), seed, watch).run(effort.steps());
        var schedule = plan.schedule();
        if (effort.proofSeconds() <= 0 || watch.isOver()) return solved(model, schedule, counted(model, schedule, ""));
        return proven(model, plan, effort.proofSeconds(), seed, watch);
    }

    /// The schedule that the first pass makes, for the figures against which shares of the objectives are measured.
    public Optional<Figures> firstFigures(Problem problem) {
        if (!problem.impossible().isEmpty()) return Optional.empty();
        return Optional.of(FirstSchedule.of(new Model(problem)).schedule().figures());
    }

    private Outcome proven(Model model, Plan plan, double seconds, long seed, SearchWatch watch) {
        var schedule = plan.schedule();
        var why = solver.get();
        if (why.isPresent()) return solved(model, schedule, counted(model, schedule, why.get()));
        var found = new ProofModel(model, schedule).solve(seconds, seed, watch);
        if (found.isEmpty()) return solved(model, schedule, counted(model, schedule, ""));
        var orders = found.get().orders();
        if (orders != null) schedule = better(model, schedule, orders);
        double counted = CountedBound.of(model);
        double value = Math.max(counted, found.get().bound());
        double objective = model.weights.of(schedule.figures());
        boolean isProven = objective <= value * (1 + ROUNDING) + ROUNDING;
        var source = found.get().bound() >= counted ? Bound.Source.SOLVED : Bound.Source.COUNTED;
        return solved(model, schedule, new Bound(Math.min(value, objective), source, isProven, ""));
    }

    private static Schedule better(Model model, Schedule schedule, List<List<Integer>> orders) {
        var plan = new Plan(model);
        for (int line = 0; line < model.lines; line++) {
            for (int job : orders.get(line)) plan.insert(line, plan.length[line], job);
        }
        plan.timeAll();
        var other = plan.schedule();
        boolean isBetter = model.weights.of(other.figures()) < model.weights.of(schedule.figures()) - ROUNDING;
        return isBetter ? other : schedule;
    }

    private static Bound counted(Model model, Schedule schedule, String remark) {
        double objective = model.weights.of(schedule.figures());
        double value = Math.min(CountedBound.of(model), objective);
        return new Bound(value, Bound.Source.COUNTED, objective <= value + ROUNDING, remark);
    }

    private static Outcome solved(Model model, Schedule schedule, Bound bound) {
        return new Outcome.Solved(schedule, model.weights.of(schedule.figures()), bound);
    }
}
