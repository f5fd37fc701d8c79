package org.gemba.tracking.calc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.jspecify.annotations.Nullable;

/// How much of the component lists of some production orders was issued. Every component weighs the same, as pieces,
/// metres and kilograms do not add up; more than needed of one does not make up for another.
final class Picking {
    private static final int DECIMALS = 4;

    private record Part(String list, String code, long auxId) {}

    private Picking() {}

    /// From 0 to 1, rounded down; null when no component is needed.
    static @Nullable BigDecimal share(
            List<ProductionOrder> orders, List<ComponentLine> components, List<PickLine> picks) {
        var bills = new HashSet<String>();
        orders.forEach(order -> bills.add(order.billNo()));
        var needed = new HashMap<Part, BigDecimal>();
        var booked = new HashMap<Part, BigDecimal>();
        for (var line : components) {
            if (!bills.contains(line.productionOrderNo()) || line.needed().signum() <= 0) continue;
            var part = new Part(line.billNo(), line.material().code(), line.auxId());
            needed.merge(part, line.needed(), BigDecimal::add);
            booked.merge(part, line.picked(), BigDecimal::add);
        }
        if (needed.isEmpty()) return null;
        var issued = issued(picks);
        var sum = BigDecimal.ZERO;
        for (var part : needed.entrySet()) {
            var done = issued.getOrDefault(part.getKey(), booked.getOrDefault(part.getKey(), BigDecimal.ZERO));
            sum = sum.add(done.max(BigDecimal.ZERO)
                    .min(part.getValue())
                    .divide(part.getValue(), DECIMALS, RoundingMode.DOWN));
        }
        return sum.divide(BigDecimal.valueOf(needed.size()), DECIMALS, RoundingMode.DOWN);
    }

    /// The picking documents are the truth where there are any; the list's own count is for where there are none.
    private static Map<Part, BigDecimal> issued(List<PickLine> picks) {
        var issued = new HashMap<Part, BigDecimal>();
        for (var pick : picks) {
            var part = new Part(pick.componentListNo(), pick.material().code(), pick.auxId());
            issued.merge(part, pick.issued(), BigDecimal::add);
        }
        return issued;
    }
}
