package org.gemba.planning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gemba.planning.solver.NativeSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockOptimiserTest {
    private static final SolverLimits LIMITS = SolverLimits.of(8);
    private final StockOptimiser proving = new StockOptimiser(new CpSatChoice(NativeSolver::load));
    private final StockOptimiser plain = new StockOptimiser(new CpSatChoice(() -> Optional.of("no library here")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyDecisionKeepsItsLimitsAndIsProven(long seed) {
        var request = StockCases.random(9 + (int) seed * 5, 3, seed, 0.5, 0.8);
        var decided = (StockDecision.Decided) proving.decide(request, LIMITS);
        AllocationValidator.check(request, decided);
        assertThat(decided.proof().optimal()).isTrue();
        assertThat(decided.proof().gap()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutTheNativeLibraryItAnswersAndKnowsNoBound(long seed) {
        var request = costOnly(StockCases.random(9 + (int) seed * 5, 3, seed, 0.5, 0.8));
        var decided = (StockDecision.Decided) plain.decide(request, LIMITS);
        AllocationValidator.check(request, decided);
        assertThat(decided.proof().bound()).isEmpty();
        assertThat(decided.proof().gap()).isEmpty();
        var best = (StockDecision.Decided) proving.decide(request, LIMITS);
        assertThat(decided.yearlyCost()).isBetween(best.yearlyCost() - 0.01, best.yearlyCost() * 1.1);
    }

    @Test
    void theProvenOptimumIsThatOfTryingEverything() {
        var request = costOnly(StockCases.random(3, 2, 11, 0.4, 0.9));
        var decided = (StockDecision.Decided) proving.decide(request, LIMITS);
        double best = Double.POSITIVE_INFINITY;
        var options = request.items().stream()
                .map(item -> PolicyOptions.of(item, request.costs()))
                .toList();
        for (var a : options.get(0)) {
            for (var b : options.get(1)) {
                for (var c : options.get(2)) {
                    var policies = List.of(a, b, c);
                    double money = 0;
                    double cost = 0;
                    for (int p = 0; p < 3; p++) {
                        money += request.items().get(p).unitCost()
                                * policies.get(p).level();
                        cost += policies.get(p).cost().total();
                    }
                    boolean kept = money <= request.limits().investment().orElseThrow()
                            && Allocation.of(
                                            request.items(),
                                            policies,
                                            request.limits().capacity())
                                    .isPresent();
                    best = kept ? Math.min(best, cost) : best;
                }
            }
        }
        assertThat(decided.yearlyCost()).isCloseTo(best, within(1e-4 * best));
    }

    @Test
    void aBudgetThatCannotBeKeptIsNamedWithWhatWouldDo() {
        var request = StockCases.random(12, 3, 5, -0.4, 1);
        var infeasible = (StockDecision.Infeasible) proving.decide(request, LIMITS);
        assertThat(infeasible.proven()).isTrue();
        var binding = infeasible.binding().getFirst();
        assertThat(binding.limit()).isEqualTo("max_investment");
        assertThat(binding.needed()).isGreaterThan(binding.allowed());
        var enough = limited(
                request,
                OptionalDouble.of(binding.needed() * 1.0001),
                OptionalDouble.empty(),
                request.limits().capacity());
        assertThat(proving.decide(enough, LIMITS)).isInstanceOf(StockDecision.Decided.class);
    }

    @Test
    void aLocationThatIsTooSmallIsNamed() {
        var item = new StockItem(1, 3650, 70, 20, 5, 1, 0, 0, 0, Map.of("UK", 1.0));
        var other = new StockItem(2, 3650, 70, 20, 5, 1, 0, 0, 0, Map.of("EU", 1.0));
        var request = new StockRequest(
                List.of(item, other),
                new CostParameters(0.25, 50, 10),
                StockRequest.Goal.leastCost(),
                new StockRequest.Limits(OptionalDouble.empty(), OptionalDouble.empty(), Map.of("UK", 50, "EU", 5_000)));
        var infeasible = (StockDecision.Infeasible) proving.decide(request, LIMITS);
        assertThat(infeasible.binding()).hasSize(1);
        assertThat(infeasible.binding().getFirst().locations()).containsExactly("UK");
        assertThat(infeasible.binding().getFirst().allowed()).isEqualTo(50);
    }

    @Test
    void aServiceLevelBeyondReachSaysTheMostThatCanBeReached() {
        var request =
                limited(StockCases.random(10, 2, 3, 1, 1), OptionalDouble.empty(), OptionalDouble.of(0.999), Map.of());
        var infeasible = (StockDecision.Infeasible) proving.decide(request, LIMITS);
        var binding = infeasible.binding().getFirst();
        assertThat(binding.limit()).isEqualTo("service_level");
        assertThat(binding.allowed()).isEqualTo(0.999);
        assertThat(binding.needed()).isCloseTo(0.995, within(1e-6));
    }

    @Test
    void moreWeightOnServiceGivesMoreService() {
        var base = StockCases.random(20, 3, 8, 0.7, 1);
        double low = service(base, new StockRequest.Goal(1, 0));
        double high = service(base, new StockRequest.Goal(0, 1));
        double middle = service(base, new StockRequest.Goal(0.6, 0.4));
        assertThat(low).isLessThanOrEqualTo(middle + 1e-6);
        assertThat(middle).isLessThanOrEqualTo(high + 1e-6);
        assertThat(low).isLessThan(high);
    }

    @Test
    void moreServiceTiesUpMoreMoneyAlongTheCurve() {
        var request = StockCases.random(15, 2, 4, 1, 2);
        var curve = proving.curve(request, List.of(0.91, 0.95, 0.98, 0.99), LIMITS);
        assertThat(curve).hasSize(4);
        for (int k = 1; k < curve.size(); k++) {
            assertThat(curve.get(k).investment()).isGreaterThan(curve.get(k - 1).investment());
            assertThat(curve.get(k).reached())
                    .isGreaterThanOrEqualTo(curve.get(k).wanted() - 1e-9);
        }
    }

    @Test
    void stockMovesThroughAThirdLocationWhereTheWayIsBlocked() {
        var first = new StockItem(1, 365, 5, 1, 1, 1, 0, 0, 0, Map.of("A", 1.0, "B", 0.0));
        var second = new StockItem(2, 365, 5, 1, 1, 1, 0, 0, 0, Map.of("B", 1.0, "C", 0.0));
        var policy = StockPolicy.of(first, new CostParameters(0.2, 10, 1), 0.95, 10);
        int level = policy.level();
        var placed = Allocation.of(
                        List.of(first, second), List.of(policy, policy), Map.of("A", 4, "B", level, "C", level))
                .orElseThrow();
        assertThat(placed.get("A").get(1L)).isEqualTo(4);
        assertThat(placed.get("B").get(1L)).isEqualTo(level - 4);
        assertThat(placed.get("C").get(2L)).isEqualTo(level - 4);
        assertThat(Allocation.of(List.of(first, second), List.of(policy, policy), Map.of("A", 4, "B", 4, "C", 4)))
                .isEmpty();
    }

    private double service(StockRequest base, StockRequest.Goal goal) {
        var request = new StockRequest(base.items(), base.costs(), goal, base.limits());
        return ((StockDecision.Decided) proving.decide(request, LIMITS)).service();
    }

    private static StockRequest costOnly(StockRequest request) {
        return new StockRequest(request.items(), request.costs(), StockRequest.Goal.leastCost(), request.limits());
    }

    private static StockRequest limited(
            StockRequest request, OptionalDouble money, OptionalDouble service, Map<String, Integer> capacity) {
        return new StockRequest(
                request.items(), request.costs(), request.goal(), new StockRequest.Limits(money, service, capacity));
    }
}
