package org.gemba.planning.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The policies among which the choice is made: seven service levels by several order quantities, without those that
/// another one beats in service, cost and stock at once.
final class PolicyOptions {
    static final double[] SERVICE_LEVELS = {0.90, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995};

    private static final double[] MULTIPLES = {1, 0.5, 0.25, 1.5};

    private PolicyOptions() {}

    static List<StockPolicy> of(StockItem item, CostParameters costs) {
        double economic = InventoryFormulas.economicOrder(
                item.yearlyDemand(), costs.orderCost(), costs.holdingRate() * item.unitCost());
        var quantities = new TreeSet<Integer>();
        quantities.add(item.orderable(0));
        for (double multiple : MULTIPLES) {
            quantities.add(item.orderable(Math.rint(economic * multiple)));
        }
        var all = new ArrayList<StockPolicy>();
        for (double service : SERVICE_LEVELS) {
            for (int quantity : quantities) {
                all.add(StockPolicy.of(item, costs, service, quantity));
            }
        }
        return all.stream()
                .filter(option -> all.stream().noneMatch(other -> beats(other, option)))
                .toList();
    }

    private static boolean beats(StockPolicy one, StockPolicy other) {
        boolean asGood = one.service() >= other.service()
                && one.cost().total() <= other.cost().total()
                && one.level() <= other.level();
        boolean better = one.service() > other.service()
                || one.cost().total() < other.cost().total()
                || one.level() < other.level();
        return asGood && better;
    }
}
