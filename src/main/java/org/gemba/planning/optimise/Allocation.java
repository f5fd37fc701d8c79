package org.gemba.planning.optimise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Splits each product's stock over its locations by their share of the demand, then moves what a full location cannot
/// hold to where there is room, through other locations where that is needed.
final class Allocation {
    private final List<StockItem> items;
    private final Map<String, Integer> capacity;
    private final List<Map<String, Integer>> units = new ArrayList<>();
    private final Map<String, Integer> filled = new TreeMap<>();

    private Allocation(List<StockItem> items, Map<String, Integer> capacity) {
        this.items = items;
        this.capacity = capacity;
        for (var item : items) {
            item.locations().keySet().forEach(place -> filled.putIfAbsent(place, 0));
        }
    }

    /// Units by location and product; empty where they do not fit.
    static Optional<Map<String, Map<Long, Integer>>> of(
            List<StockItem> items, List<StockPolicy> policies, Map<String, Integer> capacity) {
        var allocation = new Allocation(items, capacity);
        for (int p = 0; p < items.size(); p++) {
            allocation.share(items.get(p), policies.get(p).level());
        }
        return allocation.relieved() ? Optional.of(allocation.byLocation()) : Optional.empty();
    }

    private record Share(String place, double exact) {
        int whole() {
            return (int) Math.floor(exact);
        }

        double remainder() {
            return exact - Math.floor(exact);
        }
    }

    /// Whole units by the largest remainders.
    private void share(StockItem item, int level) {
        double sum = item.locations().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        int places = item.locations().size();
        var shares = item.locations().entrySet().stream()
                .map(entry -> new Share(entry.getKey(), level * (sum > 0 ? entry.getValue() / sum : 1.0 / places)))
                .sorted(Comparator.comparingDouble(Share::remainder).reversed().thenComparing(Share::place))
                .toList();
        int left = level - shares.stream().mapToInt(Share::whole).sum();
        Map<String, Integer> split = new HashMap<>();
        for (int k = 0; k < places; k++) {
            int count = shares.get(k).whole() + (k < left ? 1 : 0);
            split.put(shares.get(k).place(), count);
            filled.merge(shares.get(k).place(), count, Integer::sum);
        }
        units.add(split);
    }

    private int room(String place) {
        var most = capacity.get(place);
        return most == null ? Integer.MAX_VALUE : most - filled.getOrDefault(place, 0);
    }

    private boolean relieved() {
        for (var place : List.copyOf(filled.keySet())) {
            while (room(place) < 0) {
                if (!relieve(place)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// One step of a product from a place to the next on a way to a place with room.
    private record Step(int product, String from, String to) {}

    /// Finds the shortest chain of moves to a place with room and moves as much as all of it allows.
    private boolean relieve(String full) {
        Map<String, Step> reachedBy = new HashMap<>();
        var queue = new ArrayDeque<String>();
        queue.add(full);
        while (!queue.isEmpty()) {
            var place = queue.remove();
            if (!place.equals(full) && room(place) > 0) {
                move(full, place, reachedBy);
                return true;
            }
            for (int p = 0; p < items.size(); p++) {
                if (units.get(p).getOrDefault(place, 0) > 0) {
                    visit(p, place, full, items.get(p).locations().keySet(), reachedBy, queue);
                }
            }
        }
        return false;
    }

    private static void visit(
            int product,
            String from,
            String start,
            Collection<String> places,
            Map<String, Step> reachedBy,
            ArrayDeque<String> queue) {
        for (var to : new TreeSet<>(places)) {
            if (!to.equals(start) && !reachedBy.containsKey(to)) {
                reachedBy.put(to, new Step(product, from, to));
                queue.add(to);
            }
        }
    }

    private void move(String full, String open, Map<String, Step> reachedBy) {
        int amount = Math.min(-room(full), room(open));
        var way = new ArrayList<Step>();
        for (var step = reachedBy.get(open); step != null; step = reachedBy.get(step.from())) {
            way.add(step);
            amount = Math.min(amount, units.get(step.product()).getOrDefault(step.from(), 0));
        }
        for (var step : way) {
            units.get(step.product()).merge(step.from(), -amount, Integer::sum);
            units.get(step.product()).merge(step.to(), amount, Integer::sum);
            filled.merge(step.from(), -amount, Integer::sum);
            filled.merge(step.to(), amount, Integer::sum);
        }
    }

    private Map<String, Map<Long, Integer>> byLocation() {
        Map<String, Map<Long, Integer>> result = new TreeMap<>();
        for (var place : filled.keySet()) {
            Map<Long, Integer> here = new TreeMap<>();
            for (int p = 0; p < items.size(); p++) {
                int count = units.get(p).getOrDefault(place, 0);
                if (count > 0) {
                    here.put(items.get(p).product(), count);
                }
            }
            result.put(place, here);
        }
        return result;
    }
}
