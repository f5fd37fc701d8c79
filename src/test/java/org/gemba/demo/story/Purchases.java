package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.Order.Twist;

/// What is bought or made outside for an order, and what of it has come in.
final class Purchases {
    private static final BigDecimal SHARE = new BigDecimal("0.6");
    private static final BigDecimal SACK = new BigDecimal(25);

    private final Ledger ledger;
    private Ledger.Bill shared;

    Purchases(Ledger ledger) {
        this.ledger = ledger;
    }

    /// One purchase order a supplier. Where the order falls short, its first line does; or every line.
    void buy(Order order, Map<String, BigDecimal> needs, boolean allFallShort) {
        var day = order.after(5);
        if (!Telling.happened(day)) return;
        var bySupplier = new TreeMap<String, Map<String, BigDecimal>>();
        needs.forEach((code, need) -> {
            if (!code.startsWith("08."))
                bySupplier
                        .computeIfAbsent(code.substring(0, 3), none -> new LinkedHashMap<>())
                        .put(code, need);
        });
        boolean isShort = !order.has(Twist.SUBCONTRACT_SHORT);
        for (var supplier : bySupplier.entrySet()) {
            var bill = bill(order, supplier.getKey(), day);
            for (var need : supplier.getValue().entrySet()) {
                line(order, bill, need.getKey(), need.getValue(), isShort);
                isShort = allFallShort;
            }
        }
        if (order.has(Twist.DRAFTS)) drafts(order, day);
    }

    /// Packaging of the two orders that share one purchase order is bought on the first one's bill.
    private Ledger.Bill bill(Order order, String prefix, LocalDate day) {
        if (!order.has(Twist.SHARED_PURCHASE) || !prefix.equals("03.")) return ledger.bill(Forms.PURCHASE_ORDER, day);
        if (shared == null) shared = ledger.bill(Forms.PURCHASE_ORDER, day);
        return shared;
    }

    private void line(Order order, Ledger.Bill bill, String code, BigDecimal need, boolean isShort) {
        var ordered = code.startsWith("01.")
                ? need.divide(SACK, 0, RoundingMode.CEILING).multiply(SACK)
                : need;
        var coming = isShort ? Telling.reached(order, ordered) : ordered;
        var line = bill.line(order.mto(), code, 0, "FSupplierId.FName", Catalogue.SUPPLIERS.get(code.substring(0, 3)));
        if (!Catalogue.PARTS.containsKey(code)) Ledger.set(line, "FMaterialId.FName", "客供防伪标签");
        var came = receive(order, bill, code, ordered, coming, "RKD01_SYS");
        var isDone = came.compareTo(ordered) >= 0;
        Ledger.set(
                line,
                "FQty",
                ordered,
                "FStockInQty",
                came,
                "FRemainStockInQty",
                ordered.subtract(came),
                "FDeliveryDate",
                order.after(18),
                "FCloseStatus",
                isDone ? "B" : "A",
                "FMRPCloseStatus",
                isDone ? "B" : "A");
    }

    /// @return what has come in so far
    private BigDecimal receive(
            Order order, Ledger.Bill bill, String code, BigDecimal ordered, BigDecimal coming, String type) {
        var first = coming.multiply(SHARE).setScale(0, RoundingMode.FLOOR);
        var came = BigDecimal.ZERO;
        if (first.signum() > 0 && ordered.intValue() > 1000 && Telling.happened(order.after(14))) {
            receipt(order, bill, code, order.after(14), ordered, first, type);
            came = first;
        }
        var rest = coming.subtract(came);
        if (rest.signum() > 0 && Telling.happened(order.late(17))) {
            receipt(order, bill, code, order.late(17), ordered.subtract(came), rest, type);
            came = came.add(rest);
        }
        return came;
    }

    private void receipt(
            Order order,
            Ledger.Bill bill,
            String code,
            LocalDate day,
            BigDecimal expected,
            BigDecimal received,
            String type) {
        var line = ledger.bill(Forms.PURCHASE_RECEIPT, day)
                .line(
                        order.mto(),
                        code,
                        aux(order, code),
                        "FBillTypeID.FNumber",
                        type,
                        "FSupplierId.FName",
                        Catalogue.SUPPLIERS.get(code.substring(0, 3)),
                        "FPOOrderNo",
                        bill.number(),
                        "FMustQty",
                        expected,
                        "FRealQty",
                        received);
        if (!Catalogue.PARTS.containsKey(code)) Ledger.set(line, "FMaterialId.FName", "客供防伪标签");
        bill.changed(day);
    }

    private static long aux(Order order, String code) {
        return order.has(Twist.BOUGHT_IN) && code.equals(order.product())
                ? order.lines().getFirst().aux()
                : 0;
    }

    void subcontract(Order order, Map<String, BigDecimal> needs) {
        var day = order.after(12);
        if (!Telling.happened(day) || needs.keySet().stream().noneMatch(code -> code.startsWith("08."))) return;
        var bill = ledger.bill(Forms.SUBCONTRACT_ORDER, day);
        needs.forEach((code, need) -> {
            if (!code.startsWith("08.")) return;
            var coming = order.has(Twist.SUBCONTRACT_SHORT) ? Telling.reached(order, need) : need;
            var line = bill.line(
                    order.mto(),
                    code,
                    0,
                    "FSupplierId.FName",
                    Catalogue.SUPPLIERS.get("08."),
                    "FStatus",
                    "3",
                    "FQty",
                    need);
            var came = receive(order, bill, code, need, coming, "RKD03_SYS");
            Ledger.set(line, "FStockInQty", came, "FNoStockInQty", need.subtract(came));
        });
    }

    /// A purchase order still being written, one saved half-way, a receipt nobody has checked: none of them counts.
    private void drafts(Order order, LocalDate day) {
        var many = new BigDecimal(9999);
        for (var status : new String[] {"A", "Z"})
            ledger.bill(Forms.PURCHASE_ORDER, day.plusDays(2))
                    .status(status)
                    .line(order.mto(), "03.01.001", 0, "FQty", many, "FStockInQty", "0", "FRemainStockInQty", many);
        ledger.bill(Forms.PURCHASE_RECEIPT, order.after(16))
                .status("A")
                .line(
                        order.mto(),
                        "03.01.001",
                        0,
                        "FBillTypeID.FNumber",
                        "RKD01_SYS",
                        "FMustQty",
                        many,
                        "FRealQty",
                        many);
    }
}
