package org.gemba.tracking.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives the quantities of one material of one MTO to the sales lines that ordered it. What was booked with a line's
/// own variant belongs to the lines of that variant, in the order in which they were entered; what was booked with
/// another variant, or none, fills up what is still open. Nothing is counted twice and nothing is lost: the shares add
/// up to the total.
final class Allocation {
    /// One sales line.
    record Place<K>(K key, long auxId, BigDecimal ordered) {}

    private Allocation() {}

    /// @param places at least one, in the order in which they were entered
    /// @param byAux what was booked of each variant
    static <K> Map<K, BigDecimal> of(List<Place<K>> places, Map<Long, BigDecimal> byAux) {
        var shares = new LinkedHashMap<K, BigDecimal>();
        places.forEach(place -> shares.put(place.key(), BigDecimal.ZERO));
        var rest = BigDecimal.ZERO;
        for (var booked : byAux.entrySet()) {
            var own = places.stream()
                    .filter(place -> place.auxId() == booked.getKey())
                    .toList();
            if (own.isEmpty()) rest = rest.add(booked.getValue());
            else add(shares, own.getLast(), fill(shares, own, booked.getValue()));
        }
        add(shares, elected(places), fill(shares, places, rest));
        return shares;
    }

    /// @return what no line has room for; negative when more was taken back than was there
    private static <K> BigDecimal fill(Map<K, BigDecimal> shares, List<Place<K>> places, BigDecimal quantity) {
        var left = quantity;
        for (var place : new ArrayList<>(places)) {
            var share = shares.getOrDefault(place.key(), BigDecimal.ZERO);
            var step = left.signum() >= 0
                    ? place.ordered().subtract(share).max(BigDecimal.ZERO).min(left)
                    : share.max(BigDecimal.ZERO).negate().max(left);
            shares.put(place.key(), share.add(step));
            left = left.subtract(step);
        }
        return left;
    }

    private static <K> void add(Map<K, BigDecimal> shares, Place<K> place, BigDecimal more) {
        shares.merge(place.key(), more, BigDecimal::add);
    }

    /// The line without a variant, else the largest.
    private static <K> Place<K> elected(List<Place<K>> places) {
        return places.stream()
                .filter(place -> place.auxId() == 0)
                .findFirst()
                .orElseGet(() -> places.stream()
                        .max(Comparator.comparing(Place::ordered))
                        .orElseThrow());
    }
}
