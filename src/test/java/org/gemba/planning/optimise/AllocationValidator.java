package org.gemba.planning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;

/// Re-checks a decision by itself: it shares no line with the optimiser.
final class AllocationValidator {
    private AllocationValidator() {}

    static void check(StockRequest request, StockDecision.Decided decided) {
        Map<Long, Integer> placed = new HashMap<>();
        Map<Long, StockItem> items = new HashMap<>();
        request.items().forEach(item -> items.put(item.product(), item));
        decided.allocation().forEach((place, products) -> {
            int total = 0;
            for (var entry : products.entrySet()) {
                assertThat(entry.getValue()).isPositive();
                assertThat(items.get(entry.getKey()).locations()).containsKey(place);
                placed.merge(entry.getKey(), entry.getValue(), Integer::sum);
                total += entry.getValue();
            }
            assertThat(total).isLessThanOrEqualTo(request.limits().capacity().getOrDefault(place, Integer.MAX_VALUE));
        });
        double money = 0;
        double demand = 0;
        double service = 0;
        assertThat(decided.products()).hasSameSizeAs(request.items());
        for (var product : decided.products()) {
            var item = product.item();
            var policy = product.policy();
            assertThat(placed.getOrDefault(item.product(), 0)).isEqualTo(policy.level());
            assertThat(policy.orderQuantity() % item.lotSize()).isZero();
            assertThat(policy.orderQuantity()).isGreaterThanOrEqualTo(item.minimumOrder());
            assertThat((double) policy.level()).isCloseTo(policy.reorderPoint() + policy.orderQuantity(), within(1.0));
            money += item.unitCost() * policy.level();
            demand += item.yearlyDemand();
            service += item.yearlyDemand() * policy.service();
        }
        assertThat(decided.investment()).isCloseTo(money, within(0.01));
        assertThat(decided.service()).isCloseTo(service / demand, within(1e-9));
        request.limits()
                .investment()
                .ifPresent(most -> assertThat(decided.investment()).isLessThanOrEqualTo(most + 0.01));
        request.limits()
                .service()
                .ifPresent(least -> assertThat(decided.service()).isGreaterThanOrEqualTo(least - 1e-9));
    }
}
