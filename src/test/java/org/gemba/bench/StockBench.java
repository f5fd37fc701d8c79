package org.gemba.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemba.planning.optimise.ChoiceSolver;
import org.gemba.planning.optimise.CpSatChoice;
import org.gemba.planning.optimise.SolverLimits;
import org.gemba.planning.optimise.StockCases;
import org.gemba.planning.optimise.StockDecision;
import org.gemba.planning.optimise.StockOptimiser;
import org.gemba.planning.optimise.StockRequest;
import org.gemba.planning.solver.NativeSolver;

/// How far from the best the stock of many products in five locations is after half a minute, with budget, capacities
/// and
/// both goals, with the native solver and without. Run `main`; prints rows of a table.
final class StockBench {
    private static final int PLACES = 5;
    private static final double SECONDS = 30;

    private StockBench() {}

    public static void main(String[] arguments) {
        say("| products x locations | goal | solver | gap | proven | wall s | processor s | allowed |");
        say("|---|---|---|---|---|---|---|---|");
        for (int products : List.of(9, 100, 1_000)) {
            var request = StockCases.random(products, PLACES, 7, 0.5, 0.8);
            run(products, request, "cost and service", "CP-SAT", new CpSatChoice(NativeSolver::load));
            var cost =
                    new StockRequest(request.items(), request.costs(), StockRequest.Goal.leastCost(), request.limits());
            run(products, cost, "cost", "CP-SAT", new CpSatChoice(NativeSolver::load));
            run(products, cost, "cost", "none (Java)", new CpSatChoice(() -> Optional.of("left out")));
        }
        say(
                "load average %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private static void run(int products, StockRequest request, String goal, String name, ChoiceSolver solver) {
        long processor = processorTime();
        long start = System.nanoTime();
        var decision = new StockOptimiser(solver).decide(request, SolverLimits.of(SECONDS));
        double wall = (System.nanoTime() - start) / 1e9;
        double used = (processorTime() - processor) / 1e9;
        if (decision instanceof StockDecision.Decided decided) {
            String gap = decided.proof().gap().isPresent()
                    ? String.format(
                            Locale.ROOT, "%.4f %%", 100 * decided.proof().gap().getAsDouble())
                    : "no bound, " + Math.round(decided.yearlyCost()) + " a year";
            say(
                    "| %,d x %d | %s | %s | %s | %s | %.1f | %.1f | 1 %% in 30 s |",
                    products, PLACES, goal, name, gap, decided.proof().optimal(), wall, used);
        } else {
            say("| %,d x %d | %s | %s | %s | | %.1f | %.1f | |", products, PLACES, goal, name, decision, wall, used);
        }
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
