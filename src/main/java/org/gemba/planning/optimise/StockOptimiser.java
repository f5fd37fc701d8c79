package org.gemba.planning.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Chooses the stock policies of many products together.
public final class StockOptimiser {
    private static final double EXTREMES = 0.15;
    private static final double MAIN = 0.6;

    private final ChoiceSolver solver;

    /// An optimiser on this solver.
    public StockOptimiser(ChoiceSolver solver) {
        this.solver = solver;
    }

    /// The best policies under the limits of the request, within the time limit.
    public StockDecision decide(StockRequest request, SolverLimits limits) {
        return new Run(request, limits).decide();
    }

    private final class Run {
        private final StockRequest request;
        private final SolverLimits limits;
        private final List<List<StockPolicy>> options;
        private final LimitRows figures;
        private final List<LimitRows.Named> rows;

        Run(StockRequest request, SolverLimits limits) {
            this.request = request;
            this.limits = limits;
            options = request.items().stream()
                    .map(item -> PolicyOptions.of(item, request.costs()))
                    .toList();
            figures = new LimitRows(request.items(), options, request.limits());
            rows = figures.all();
        }

        StockDecision decide() {
            var problem = new ChoiceProblem(goal(), plain(rows));
            return switch (solver.solve(problem, limits.share(MAIN))) {
                case ChoiceResult.Impossible impossible -> infeasible(impossible);
                case ChoiceResult.Chosen chosen -> decided(chosen);
            };
        }

        /// Cost and missing service, each from 0 at its best to 1 at its worst sensible value: the cost at best
        /// service,
        /// the service at least cost.
        private double[][] goal() {
            double[][] cost = figures.cost();
            double[][] service = LimitRows.negated(figures.service());
            if (request.goal().service() == 0) {
                return cost;
            }
            var cheapest = chosen(cost);
            var best = chosen(service);
            double leastCost = sum(cost, cheapest);
            double costRange = Math.max(1e-9, sum(cost, best) - leastCost);
            double leastMissing = sum(service, best);
            double serviceRange = Math.max(1e-9, sum(service, cheapest) - leastMissing);
            double[][] goal = new double[cost.length][];
            double weight = request.goal().cost() + request.goal().service();
            for (int p = 0; p < goal.length; p++) {
                goal[p] = new double[cost[p].length];
                for (int k = 0; k < goal[p].length; k++) {
                    double moreCost = (cost[p][k] - leastCost / goal.length) / costRange;
                    double lessService = (service[p][k] - leastMissing / goal.length) / serviceRange;
                    goal[p][k] =
                            (request.goal().cost() * moreCost + request.goal().service() * lessService) / weight;
                }
            }
            return goal;
        }

        /// The choice that is best in one figure under all limits, or without them where they cannot be kept.
        private int[] chosen(double[][] figure) {
            var result = solver.solve(new ChoiceProblem(figure, plain(rows)), limits.share(EXTREMES));
            return result instanceof ChoiceResult.Chosen chosen ? chosen.chosen() : free(figure);
        }

        private static int[] free(double[][] figure) {
            int[] least = new int[figure.length];
            for (int p = 0; p < least.length; p++) {
                for (int k = 1; k < figure[p].length; k++) {
                    if (figure[p][k] < figure[p][least[p]]) {
                        least[p] = k;
                    }
                }
            }
            return least;
        }

        private static double sum(double[][] figure, int[] chosen) {
            double sum = 0;
            for (int p = 0; p < chosen.length; p++) {
                sum += figure[p][chosen[p]];
            }
            return sum;
        }

        private StockDecision decided(ChoiceResult.Chosen chosen) {
            var products = new ArrayList<StockDecision.ProductPolicy>();
            for (int p = 0; p < request.items().size(); p++) {
                products.add(new StockDecision.ProductPolicy(
                        request.items().get(p), options.get(p).get(chosen.chosen()[p])));
            }
            var policies =
                    products.stream().map(StockDecision.ProductPolicy::policy).toList();
            var allocation =
                    Allocation.of(request.items(), policies, request.limits().capacity());
            if (allocation.isEmpty()) {
                return infeasible(new ChoiceResult.Impossible(false));
            }
            var proof = new StockDecision.Proof(chosen.cost(), chosen.bound(), chosen.proven(), range(chosen.cost()));
            return summary(products, chosen.chosen(), allocation.orElseThrow(), proof);
        }

        private double range(double value) {
            return request.goal().service() == 0 ? value : 1;
        }

        private StockDecision summary(
                List<StockDecision.ProductPolicy> products,
                int[] chosen,
                Map<String, Map<Long, Integer>> allocation,
                StockDecision.Proof proof) {
            double savings = 0;
            double sold = 0;
            double held = 0;
            for (var product : products) {
                var item = product.item();
                var policy = product.policy();
                if (item.currentLevel() > 0) {
                    savings += StockPolicy.present(item, request.costs()).cost().total()
                            - policy.cost().total();
                }
                sold += item.unitCost() * item.yearlyDemand();
                held += item.unitCost() * (policy.orderQuantity() / 2.0 + policy.safetyStock());
            }
            return new StockDecision.Decided(
                    List.copyOf(products),
                    allocation,
                    sum(figures.investment(), chosen),
                    sum(figures.service(), chosen),
                    sum(figures.cost(), chosen),
                    savings,
                    held > 0 ? sold / held : 0,
                    proof);
        }

        /// For each limit: could the others be kept without it, and how far would it have to give way?
        private StockDecision infeasible(ChoiceResult.Impossible impossible) {
            var binding = new ArrayList<StockDecision.Binding>();
            boolean proven = impossible.proven();
            for (var row : rows) {
                var others = rows.stream().filter(other -> other != row).toList();
                var least = least(row.row().use(), others);
                if (least.isPresent()
                        && least.getAsDouble() > row.row().limit() + row.row().tolerance()) {
                    double sign = row.limit().equals("service_level") ? -1 : 1;
                    binding.add(new StockDecision.Binding(
                            row.limit(), row.locations(), sign * row.row().limit(), sign * least.getAsDouble()));
                }
            }
            return new StockDecision.Infeasible(binding.isEmpty() ? alone() : binding, proven);
        }

        /// Several limits stand in the way at once: each that even by itself cannot be kept.
        private List<StockDecision.Binding> alone() {
            return rows.stream()
                    .flatMap(row -> least(row.row().use(), List.of()).stream()
                            .filter(least ->
                                    least > row.row().limit() + row.row().tolerance())
                            .mapToObj(least -> {
                                double sign = row.limit().equals("service_level") ? -1 : 1;
                                return new StockDecision.Binding(
                                        row.limit(),
                                        row.locations(),
                                        sign * row.row().limit(),
                                        sign * least);
                            }))
                    .toList();
        }

        private OptionalDouble least(double[][] use, List<LimitRows.Named> others) {
            var result =
                    solver.solve(new ChoiceProblem(use, plain(others)), limits.share(1.0 / Math.max(1, rows.size())));
            return result instanceof ChoiceResult.Chosen chosen
                    ? OptionalDouble.of(chosen.cost())
                    : OptionalDouble.empty();
        }
    }

    private static List<ChoiceProblem.Row> plain(List<LimitRows.Named> rows) {
        return rows.stream().map(LimitRows.Named::row).toList();
    }

    /// The least money for each service level, all other limits kept; levels that cannot be reached are left out.
    public List<CurvePoint> curve(StockRequest request, List<Double> services, SolverLimits limits) {
        var points = new ArrayList<CurvePoint>();
        for (double service : services) {
            point(request, service, limits.share(1.0 / services.size())).ifPresent(points::add);
        }
        return points;
    }

    private Optional<CurvePoint> point(StockRequest request, double service, SolverLimits limits) {
        var options = request.items().stream()
                .map(item -> PolicyOptions.of(item, request.costs()))
                .toList();
        var wanted = new StockRequest.Limits(
                OptionalDouble.empty(),
                OptionalDouble.of(service),
                request.limits().capacity());
        var figures = new LimitRows(request.items(), options, wanted);
        var result = solver.solve(new ChoiceProblem(figures.investment(), plain(figures.all())), limits);
        return result instanceof ChoiceResult.Chosen chosen
                ? Optional.of(new CurvePoint(
                        service,
                        chosen.cost(),
                        Run.sum(figures.service(), chosen.chosen()),
                        Run.sum(figures.cost(), chosen.chosen())))
                : Optional.empty();
    }

    /// The money that a service level ties up.
    /// @param wanted service level
    /// @param investment the least money
    /// @param reached service level
    /// @param yearlyCost of that choice
    public record CurvePoint(double wanted, double investment, double reached, double yearlyCost) {}
}
