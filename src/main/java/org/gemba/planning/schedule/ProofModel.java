package org.gemba.planning.schedule;

import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The schedule as a constraint model: for each line a tour through its jobs, times on the line's own axis. It starts
/// from the schedule that the search found and gives a bound, often a proof, sometimes something better.
///
/// What it leaves out only makes its bound lower, never wrong: overtime is open for nothing, moved jobs cost nothing,
/// the set-up before a pinned job takes no time.
final class ProofModel {
    private static final long SCALE = 1000;
    private static final int SOLVERS = 2;

    /// A class of its own: the native side looks for a method that takes a `Double`, which a lambda does not have.
    private record StopWhenOver(CpSolver solver, SearchWatch watch) implements Consumer<Double> {
        @Override
        public void accept(Double bound) {
            if (watch.isOver()) solver.stopSearch();
        }
    }

    /// @param orders for each line its jobs, when the solver found a schedule
    /// @param isBest the solver has proven that its own objective cannot be beaten
    record Found(double bound, boolean isBest, @Nullable List<List<Integer>> orders) {}

    /// A change from one job to the next on a line.
    private record Arc(int line, int before, int job, Literal taken) {}

    private final Model model;
    private final Schedule start;
    private final CpModel cp = new CpModel();
    private final int horizon;
    private final boolean isTimeless;
    private final Literal[][] on;
    private final IntVar[][] begin;
    private final IntVar end;
    private final Map<Integer, IntVar> lateness = new HashMap<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final int[] startAfter;
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final LinearExprBuilder[] load;

    ProofModel(Model model, Schedule start) {
        this.model = model;
        this.start = start;
        this.horizon = start.figures().end();
        this.isTimeless = isTimeless(model);
        this.on = new Literal[model.lines][model.jobs];
        this.begin = new IntVar[model.lines][model.jobs];
        this.load = new LinearExprBuilder[model.lines];
        this.startAfter = predecessors(start, model);
        this.end = cp.newIntVar(0, horizon, "end");
        cp.addHint(end, horizon);
        assign();
        for (int line = 0; line < model.lines; line++) tour(line);
        for (int job = 0; job < model.jobs; job++) due(job);
        for (int line = 0; isTimeless && line < model.lines; line++) cp.addLessOrEqual(load[line].build(), end);
        objective.addTerm(end, scaled(model.weights.makespan()));
        cp.minimize(objective.build());
    }

    /// Without calendars, releases and due times a line's load says when it ends, and no times are needed.
    private static boolean isTimeless(Model model) {
        for (int line = 0; line < model.lines; line++) {
            var open = CountedBound.allOpen(model, line);
            if (open.windows() != 1 || open.offset(0) != 0) return false;
        }
        for (int job = 0; job < model.jobs; job++) {
            if (model.release[job] > 0 || model.isPinned[job]) return false;
            if (model.due[job] != Job.NO_DUE && model.weights.tardiness() > 0) return false;
        }
        return true;
    }

    private static int[] predecessors(Schedule schedule, Model model) {
        int[] after = new int[model.jobs];
        for (int line = 0; line < model.lines; line++) {
            int before = Setups.NOTHING;
            for (var placement : schedule.on(line)) {
                after[placement.job()] = before;
                before = placement.job();
            }
        }
        return after;
    }

    private static long scaled(double weight) {
        return (long) Math.floor(weight * SCALE);
    }

    private void assign() {
        for (int line = 0; line < model.lines; line++) load[line] = LinearExpr.newBuilder();
        for (int job = 0; job < model.jobs; job++) {
            var places = new ArrayList<Literal>();
            for (int line = 0; line < model.lines; line++) {
                if (!model.canRun(line, job)) {
                    on[line][job] = cp.falseLiteral();
                    continue;
                }
                var literal = cp.newBoolVar("on" + line + "_" + job);
                on[line][job] = literal;
                places.add(literal);
                cp.addHint(literal, start.placements().get(job).line() == line);
                load[line].addTerm(literal, model.run[line][job]);
            }
            cp.addExactlyOne(places);
        }
    }

    private void tour(int line) {
        var open = CountedBound.allOpen(model, line);
        int last = open.before(horizon);
        var circuit = cp.addCircuit();
        circuit.addArc(0, 0, cp.newBoolVar("empty" + line));
        for (int job = 0; job < model.jobs; job++) {
            circuit.addArc(job + 1, job + 1, on[line][job].not());
            if (!model.canRun(line, job)) continue;
            if (!isTimeless) place(line, job, open, last);
        }
        for (int job = 0; job < model.jobs; job++) {
            if (!model.canRun(line, job)) continue;
            arc(circuit, line, Setups.NOTHING, job);
            circuit.addArc(job + 1, 0, cp.newBoolVar("last"));
            for (int before = 0; before < model.jobs; before++) {
                if (before != job && model.canRun(line, before)) arc(circuit, line, before, job);
            }
        }
    }

    private void arc(CircuitConstraint circuit, int line, int before, int job) {
        var literal = cp.newBoolVar("arc");
        circuit.addArc(before + 1, job + 1, literal);
        arcs.add(new Arc(line, before, job, literal));
        cp.addHint(literal, start.placements().get(job).line() == line && startAfter[job] == before);
        int setup = model.setup(line, before, job);
        if (setup > 0) {
            load[line].addTerm(literal, setup);
            long price = scaled(model.weights.setup());
            if (price > 0) objective.addTerm(literal, price * setup);
        }
        if (isTimeless) return;
        int gap = model.isPinned[job] ? 0 : setup;
        var target = begin[line][job];
        if (before < 0) {
            cp.addGreaterOrEqual(target, gap).onlyEnforceIf(literal);
        } else {
            cp.addGreaterOrEqual(
                            target,
                            LinearExpr.newBuilder()
                                    .add(begin[line][before])
                                    .add(model.run[line][before] + gap)
                                    .build())
                    .onlyEnforceIf(literal);
        }
    }

    private void place(int line, int job, WorkTime open, int last) {
        int length = model.run[line][job];
        int earliest = open.before(model.isPinned[job] ? model.pinStart[job] : model.release[job]);
        int latest = Math.max(earliest, last - length);
        var at = cp.newIntVar(earliest, model.isPinned[job] ? earliest : latest, "begin");
        begin[line][job] = at;
        var clocks = new ArrayList<Literal>();
        for (int window = 0; window < open.windows() && open.workedBefore(window) < last; window++) {
            var here = open.windows() == 1 ? on[line][job] : cp.newBoolVar("window");
            clocks.add(here);
            if (window > 0)
                cp.addGreaterThan(plus(at, length), open.workedBefore(window)).onlyEnforceIf(here);
            if (window + 1 < open.windows()) {
                cp.addLessOrEqual(plus(at, length), open.workedBefore(window + 1))
                        .onlyEnforceIf(here);
            }
            cp.addGreaterOrEqual(end, plus(at, length + open.offset(window))).onlyEnforceIf(here);
            lateWhen(job, at, length + open.offset(window), here);
        }
        if (open.windows() == 1) return;
        clocks.add(on[line][job].not());
        cp.addExactlyOne(clocks);
    }

    private static LinearExpr plus(IntVar at, int minutes) {
        return (LinearExpr) LinearExpr.newBuilder().add(at).add(minutes).build();
    }

    private void lateWhen(int job, IntVar at, int toEnd, Literal here) {
        if (model.due[job] == Job.NO_DUE || model.weights.tardiness() == 0) return;
        var minutes = lateness.computeIfAbsent(
                job, key -> cp.newIntVar(0, Math.max(0, horizon - model.due[key]), "late" + key));
        cp.addGreaterOrEqual(minutes, plus(at, toEnd - model.due[job])).onlyEnforceIf(here);
    }

    private void due(int job) {
        var minutes = lateness.get(job);
        if (minutes == null) return;
        objective.addTerm(minutes, scaled(model.weights.tardiness() * model.weight[job]));
    }

    /// @param seconds how long it may think
    Optional<Found> solve(double seconds, long seed, SearchWatch watch) {
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(SOLVERS)
                .setRandomSeed((int) (seed & 0x7fffffff));
        solver.setBestBoundCallback(new StopWhenOver(solver, watch));
        var status = solver.solve(cp);
        boolean hasSchedule = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        if (!hasSchedule && status != CpSolverStatus.UNKNOWN) return Optional.empty();
        double bound = solver.bestObjectiveBound() / SCALE;
        if (!hasSchedule) return Optional.of(new Found(bound, false, null));
        return Optional.of(new Found(bound, status == CpSolverStatus.OPTIMAL, orders(solver)));
    }

    private List<List<Integer>> orders(CpSolver solver) {
        var orders = new ArrayList<List<Integer>>();
        for (int line = 0; line < model.lines; line++) {
            var next = new HashMap<Integer, Integer>();
            for (var arc : arcs) {
                if (arc.line() == line && solver.booleanValue(arc.taken())) next.put(arc.before(), arc.job());
            }
            var jobs = new ArrayList<Integer>();
            for (var job = next.get(Setups.NOTHING); job != null; job = next.get(job)) {
                if (!model.isPinned[job]) jobs.add(job);
            }
            orders.add(jobs);
        }
        return orders;
    }
}
