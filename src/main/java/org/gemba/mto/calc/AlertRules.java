package org.gemba.mto.calc;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.mto.MtoAlert;
import org.gemba.mto.MtoAlert.Kind;
import org.gemba.mto.MtoAlert.Severity;
import org.gemba.mto.MtoAlerts;
import org.gemba.mto.MtoClass;
import org.gemba.mto.Quantity;

/// Which balances are out of order.
///
/// @param today the factory's day
/// @param shortWithinDays how many days before its delivery day an order that is not complete counts as short
public record AlertRules(LocalDate today, int shortWithinDays) {
    private static final Comparator<MtoAlert> GRAVEST_FIRST = comparing(MtoAlert::severity, reverseOrder())
            .thenComparing(MtoAlert::deliveryDate, nullsLast(naturalOrder()))
            .thenComparing(MtoAlert::mtoNumber)
            .thenComparing(alert -> alert.material().code());

    public MtoAlerts judge(List<PickBalance> picks, List<ShipBalance> ships) {
        var found = new ArrayList<MtoAlert>();
        picks.forEach(balance -> overPicked(balance).ifPresent(found::add));
        ships.stream()
                .filter(balance -> !balance.closed())
                .flatMap(balance -> Stream.concat(overShipped(balance).stream(), shortOf(balance).stream()))
                .forEach(found::add);
        var listed = found.stream()
                .filter(alert -> !MtoClass.of(alert.mtoNumber()).isSample())
                .sorted(GRAVEST_FIRST)
                .toList();
        return new MtoAlerts(
                listed,
                found.size() - listed.size(),
                picks.stream().mapToInt(PickBalance::unclear).sum());
    }

    private static Optional<MtoAlert> overPicked(PickBalance balance) {
        var over = balance.issued().subtract(balance.applied().max(BigDecimal.ZERO));
        if (over.signum() <= 0) return Optional.empty();
        return Optional.of(new MtoAlert(
                Kind.OVER_PICKED,
                balance.applied().signum() <= 0 ? Severity.SEVERE : Severity.WARNING,
                balance.mtoNumber(),
                balance.material(),
                balance.customerName(),
                balance.deliveryDate(),
                Quantity.plain(balance.applied()),
                Quantity.plain(balance.issued()),
                Quantity.plain(over)));
    }

    private static Optional<MtoAlert> overShipped(ShipBalance balance) {
        var over = balance.delivered().subtract(balance.ordered().max(BigDecimal.ZERO));
        if (over.signum() <= 0) return Optional.empty();
        var severity = balance.ordered().signum() <= 0 ? Severity.SEVERE : Severity.WARNING;
        return Optional.of(alert(balance, Kind.OVER_SHIPPED, severity, balance.delivered(), over));
    }

    private Optional<MtoAlert> shortOf(ShipBalance balance) {
        var due = balance.deliveryDate();
        if (due == null || due.isAfter(today.plusDays(shortWithinDays))) return Optional.empty();
        var there = balance.received().max(balance.delivered());
        var missing = balance.ordered().subtract(there);
        if (missing.signum() <= 0) return Optional.empty();
        var severity = due.isBefore(today) ? Severity.SEVERE : Severity.WARNING;
        return Optional.of(alert(balance, Kind.SHORT, severity, there, missing));
    }

    private static MtoAlert alert(
            ShipBalance balance, Kind kind, Severity severity, BigDecimal actual, BigDecimal difference) {
        return new MtoAlert(
                kind,
                severity,
                balance.mtoNumber(),
                balance.material(),
                balance.customerName(),
                balance.deliveryDate(),
                Quantity.plain(balance.ordered()),
                Quantity.plain(actual),
                Quantity.plain(difference));
    }
}
