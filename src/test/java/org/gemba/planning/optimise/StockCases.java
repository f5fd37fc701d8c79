package org.gemba.planning.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/// Seeded stock problems whose limits bind.
public final class StockCases {
    private StockCases() {}

    /// @param money how far the budget lies between the least and the freely chosen investment; below 0 it cannot be
    /// kept
    /// @param space the same for the units all locations hold together
    public static StockRequest random(int products, int places, long seed, double money, double space) {
        var random = new Random(seed);
        var items = new ArrayList<StockItem>();
        for (int p = 0; p < products; p++) {
            items.add(item(p, places, random));
        }
        var costs = new CostParameters(0.25, 50, 2);
        double[] least = new double[2];
        double[] wanted = new double[2];
        for (var item : items) {
            var options = PolicyOptions.of(item, costs);
            var cheapest = options.stream()
                    .min(Comparator.comparingDouble(option -> option.cost().total()))
                    .orElseThrow();
            int smallest = options.stream().mapToInt(StockPolicy::level).min().orElseThrow();
            least[0] += smallest * item.unitCost();
            least[1] += smallest;
            wanted[0] += cheapest.level() * item.unitCost();
            wanted[1] += cheapest.level();
        }
        Map<String, Integer> capacity = new TreeMap<>();
        for (int l = 0; l < places; l++) {
            capacity.put("W" + l, (int) ((least[1] + space * (wanted[1] - least[1])) / places * 1.05));
        }
        return new StockRequest(
                List.copyOf(items),
                costs,
                new StockRequest.Goal(0.6, 0.4),
                new StockRequest.Limits(
                        OptionalDouble.of(least[0] + money * (wanted[0] - least[0])),
                        OptionalDouble.empty(),
                        capacity));
    }

    private static StockItem item(int p, int places, Random random) {
        double daily = Math.exp(random.nextGaussian() * 1.2 + 2);
        int lead = 2 + random.nextInt(20);
        double spread =
                InventoryFormulas.leadSpread(lead, daily * (0.3 + random.nextDouble()), daily, 2 * random.nextDouble());
        Map<String, Double> shares = new TreeMap<>();
        for (int l = 0; l < places; l++) {
            if (random.nextInt(3) > 0 || l == p % places) {
                shares.put("W" + l, random.nextDouble());
            }
        }
        double cost = Math.exp(random.nextGaussian() + 2);
        return new StockItem(
                p + 1,
                daily * 365,
                daily * lead,
                spread,
                cost,
                1 + random.nextInt(3) * 5,
                random.nextInt(50),
                daily * 10,
                daily * 60,
                shares);
    }
}
