package org.gemba.tracking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One sales order of a customer, as the customer may see it.
///
/// @param orderNo the bill number
/// @param customerNumber whose it is
/// @param deliveryDate the earliest that was promised; null when none was
public record TrackedOrder(
        String orderNo,
        String customerNumber,
        String customerName,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate deliveryDate,
        OrderStatus status,
        List<TrackedMaterial> materials) {
    /// The newest first, of one day by number.
    public static final Comparator<TrackedOrder> NEWEST_FIRST = Comparator.comparing(
                    TrackedOrder::orderDate, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(TrackedOrder::orderNo)
            .reversed();

    public TrackedOrder {
        materials = List.copyOf(materials);
    }

    /// What names it in the API.
    public String orderId() {
        return OrderId.of(orderNo);
    }

    public Optional<TrackedMaterial> material(long entryId) {
        return materials.stream().filter(one -> one.entryId() == entryId).findFirst();
    }

    public BigDecimal ordered() {
        return sum(TrackedMaterial::ordered);
    }

    public BigDecimal received() {
        return sum(TrackedMaterial::received);
    }

    public BigDecimal delivered() {
        return sum(TrackedMaterial::delivered);
    }

    /// The materials' progress, each weighing as much as was ordered of it; more than ordered of one does not make up
    /// for less of another.
    public BigDecimal progress() {
        var counted = sum(one -> one.received().min(one.ordered()).max(BigDecimal.ZERO));
        return TrackedMaterial.percent(counted, ordered());
    }

    private BigDecimal sum(Function<TrackedMaterial, BigDecimal> quantity) {
        return materials.stream()
                .filter(one -> one.status() != OrderStatus.CANCELLED)
                .map(quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
