package org.gemba.tracking.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.jspecify.annotations.Nullable;

/// What the documents of one MTO number come to for each of its sales lines, whichever orders and customers they belong
/// to.
final class MtoShares {
    private final DocumentSet documents;
    private final Beginning beginning;
    private final Map<LineKey, SalesOrderLine> lines = new LinkedHashMap<>();
    private final Map<String, Map<LineKey, BigDecimal>> received = new HashMap<>();
    private final Map<String, Map<LineKey, BigDecimal>> delivered = new HashMap<>();
    private final Map<String, Map<LineKey, BigDecimal>> planned = new HashMap<>();
    private final boolean alone;

    /// What makes lines of one order the same material.
    record Key(String mto, String code, long auxId) {
        static Key of(SalesOrderLine line) {
            return new Key(OrderRules.folded(line), line.material().code(), line.auxId());
        }
    }

    private record LineKey(String billNo, long entryId) {
        static LineKey of(SalesOrderLine line) {
            return new LineKey(line.billNo(), line.entryId());
        }
    }

    /// @param known lines that the documents may lack, because they were asked for apart
    MtoShares(DocumentSet documents, List<SalesOrderLine> known) {
        this.documents = documents;
        this.beginning = new Beginning(
                documents.productionOrders(),
                documents.components(),
                documents.picks(),
                documents.purchaseOrders(),
                documents.subcontractOrders());
        Stream.concat(known.stream(), documents.salesOrders().stream())
                .filter(line -> !line.cancelled() && !OrderRules.isTemporary(line))
                .sorted(DocumentLine.ORDER)
                .forEach(line -> lines.putIfAbsent(LineKey.of(line), line));
        this.alone = lines.values().stream()
                        .map(line -> line.material().code())
                        .distinct()
                        .count()
                <= 1;
    }

    BigDecimal received(List<SalesOrderLine> wanted) {
        return share(wanted, received, code -> {
            var byAux = new HashMap<Long, BigDecimal>();
            for (var line : documents.productionReceipts()) count(byAux, code, line, ProductionReceipt::received);
            for (var line : documents.purchaseReceipts()) count(byAux, code, line, PurchaseReceipt::received);
            return byAux;
        });
    }

    BigDecimal delivered(List<SalesOrderLine> wanted) {
        return share(wanted, delivered, code -> {
            var byAux = new HashMap<Long, BigDecimal>();
            for (var line : documents.deliveries()) count(byAux, code, line, DeliveryLine::delivered);
            return byAux;
        });
    }

    BigDecimal planned(List<SalesOrderLine> wanted) {
        return share(wanted, planned, code -> {
            var byAux = new HashMap<Long, BigDecimal>();
            for (var line : documents.productionOrders()) count(byAux, code, line, ProductionOrder::quantity);
            return byAux;
        });
    }

    boolean hasBegun(String code, long auxId) {
        return beginning.hasBegun(code, auxId, alone);
    }

    @Nullable
    LocalDate startedOn(String code, long auxId) {
        return beginning.startedOn(code, auxId, alone);
    }

    @Nullable
    BigDecimal picking(String code, long auxId) {
        return Picking.share(beginning.own(code, auxId), documents.components(), documents.picks());
    }

    /// The last delivery of that variant, else of the material.
    @Nullable
    LocalDate deliveredOn(String code, long auxId) {
        LocalDate own = null;
        LocalDate any = null;
        for (var line : documents.deliveries()) {
            var day = line.deliveredOn();
            if (day == null
                    || !line.material().code().equals(code)
                    || line.delivered().signum() <= 0) continue;
            if (any == null || day.isAfter(any)) any = day;
            if (line.auxId() == auxId && (own == null || day.isAfter(own))) own = day;
        }
        return own != null ? own : any;
    }

    private BigDecimal share(
            List<SalesOrderLine> wanted,
            Map<String, Map<LineKey, BigDecimal>> kept,
            Function<String, Map<Long, BigDecimal>> booked) {
        var sum = BigDecimal.ZERO;
        for (var line : wanted) {
            var shares = kept.computeIfAbsent(
                    line.material().code(), code -> Allocation.of(places(code), booked.apply(code)));
            sum = sum.add(shares.getOrDefault(LineKey.of(line), BigDecimal.ZERO));
        }
        return sum;
    }

    private List<Allocation.Place<LineKey>> places(String code) {
        var places = new ArrayList<Allocation.Place<LineKey>>();
        lines.forEach((key, line) -> {
            if (line.material().code().equals(code)) {
                places.add(new Allocation.Place<>(key, line.auxId(), line.quantity()));
            }
        });
        return places;
    }

    private static <T extends DocumentLine> void count(
            Map<Long, BigDecimal> byAux, String code, T line, Function<T, BigDecimal> quantity) {
        if (line.material().code().equals(code)) byAux.merge(line.auxId(), quantity.apply(line), BigDecimal::add);
    }

    /// The documents of each number.
    static Map<String, DocumentSet> split(DocumentSet all) {
        var sales = byNumber(all.salesOrders());
        var orders = byNumber(all.productionOrders());
        var components = byNumber(all.components());
        var receipts = byNumber(all.productionReceipts());
        var purchases = byNumber(all.purchaseOrders());
        var purchaseReceipts = byNumber(all.purchaseReceipts());
        var subcontracts = byNumber(all.subcontractOrders());
        var picks = byNumber(all.picks());
        var deliveries = byNumber(all.deliveries());
        return Stream.of(
                        sales,
                        orders,
                        components,
                        receipts,
                        purchases,
                        purchaseReceipts,
                        subcontracts,
                        picks,
                        deliveries)
                .flatMap(map -> map.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> new DocumentSet(
                                sales.getOrDefault(number, List.of()),
                                orders.getOrDefault(number, List.of()),
                                components.getOrDefault(number, List.of()),
                                receipts.getOrDefault(number, List.of()),
                                purchases.getOrDefault(number, List.of()),
                                purchaseReceipts.getOrDefault(number, List.of()),
                                subcontracts.getOrDefault(number, List.of()),
                                picks.getOrDefault(number, List.of()),
                                deliveries.getOrDefault(number, List.of()))));
    }

    private static <T extends DocumentLine> Map<String, List<T>> byNumber(Collection<T> lines) {
        return lines.stream().collect(Collectors.groupingBy(OrderRules::folded));
    }
}
