package org.gemba.mto.calc;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gemba.mto.MaterialType.Route;
import org.gemba.mto.Quantity;

/// What each line gets of every kind of document.
final class Shares {
    /// What one line gets.
    record Share(
            Quantity sold,
            Quantity bom,
            Quantity productionOrdered,
            Quantity produced,
            Quantity picked,
            Quantity purchaseOrdered,
            Quantity purchaseReceived,
            Quantity subcontractOrdered,
            Quantity subcontractReceived) {}

    private final Tallies tallies;
    private final Map<String, Allocation> allocations = new HashMap<>();

    Shares(Tallies tallies, List<LineSeed> lines, boolean strict) {
        this.tallies = tallies;
        var byCode = new HashMap<String, TreeSet<Long>>();
        for (var line : lines) {
            byCode.computeIfAbsent(line.code(), code -> new TreeSet<>()).add(line.auxId());
        }
        for (var line : lines) {
            var variants = byCode.getOrDefault(line.code(), new TreeSet<>());
            allocations.computeIfAbsent(line.code(), code -> new Allocation(variants, elected(line, variants), strict));
        }
    }

    Share of(LineSeed line) {
        var code = line.code();
        return new Share(
                share(line, tallies.sold.of(code)),
                share(line, tallies.bom.of(code)),
                share(line, tallies.productionOrdered.of(code)),
                share(line, tallies.produced.of(code)),
                share(line, tallies.picked.of(code)),
                share(line, tallies.purchaseOrdered.of(code)),
                share(line, tallies.purchaseReceived(code)),
                share(line, tallies.subcontractOrdered.of(code)),
                share(line, tallies.subcontractReceived(code)));
    }

    private Quantity share(LineSeed line, Map<Long, BigDecimal> totals) {
        var allocation = allocations.get(line.code());
        return allocation == null ? Quantity.ABSENT : allocation.share(totals, line.auxId());
    }

    /// Of finished goods the variant ordered most (the first of equals), else the one without an attribute, else the
    /// smallest.
    private long elected(LineSeed first, TreeSet<Long> variants) {
        if (first.type().route() != Route.FINISHED) return variants.contains(0L) ? 0 : variants.first();
        long best = first.auxId();
        var most = tallies.sold.of(first.code()).getOrDefault(best, BigDecimal.ZERO);
        for (var total : tallies.sold.of(first.code()).entrySet()) {
            if (total.getValue().compareTo(most) > 0) {
                best = total.getKey();
                most = total.getValue();
            }
        }
        return best;
    }
}
