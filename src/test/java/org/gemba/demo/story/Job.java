package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.Order.Twist;
import org.gemba.demo.story.Telling.PartKey;

/// One production order: its component list, what is picked for it, what it puts into stock.
final class Job {
    private static final BigDecimal SHARE = new BigDecimal("0.6");
    private static final BigDecimal TOO_MUCH = new BigDecimal("1.12");

    private final Ledger ledger;
    private final Order order;
    private final Dice dice;
    private final PartKey part;
    private final BigDecimal quantity;
    private final List<Need> needs = new ArrayList<>();
    private String orderNo = "";
    private String listNo = "";
    private Ledger.Bill list;
    private Map<String, String> orderLine;
    private Ledger.Bill orderBill;

    private record Need(String code, long aux, BigDecimal quantity, Map<String, String> line) {}

    Job(Ledger ledger, Order order, Dice dice, PartKey part, BigDecimal quantity) {
        this.ledger = ledger;
        this.order = order;
        this.dice = dice;
        this.part = part;
        this.quantity = quantity;
    }

    private boolean isPacking() {
        return part.code().equals(order.product());
    }

    /// @param bought collects what must be bought or made outside, by code
    void writeOrder(Map<String, BigDecimal> bought) {
        var day = order.after(2 + dice.below(3));
        if (!Telling.happened(day)) return;
        orderBill = ledger.bill(Forms.PRODUCTION_ORDER, day);
        orderNo = orderBill.number();
        orderLine = orderBill.line(
                order.mto(),
                part.code(),
                part.aux(),
                "FWorkShopID.FName",
                Telling.workshop(part.code()),
                "FStatus",
                "2",
                "FQty",
                quantity);
        var components = Catalogue.LISTS.getOrDefault(part.code(), List.of());
        if (!components.isEmpty()) list(day, components);
        if (order.has(Twist.CANCELLED)) {
            orderBill.cancel();
            Ledger.set(orderLine, "FStatus", "6");
            list.cancel();
        }
        for (var need : needs) {
            var known = Catalogue.PARTS.get(need.code());
            if (known == null || known.cls() != 2) bought.merge(need.code(), need.quantity(), BigDecimal::add);
        }
    }

    private void list(LocalDate day, List<Catalogue.Component> components) {
        list = ledger.bill(Forms.COMPONENT_LIST, day);
        listNo = list.number();
        for (var component : components) {
            long aux = component.ofVariant() ? part.aux() : 0;
            var need = component.need(quantity);
            if (order.has(Twist.DOUBLE_LINES) && component.code().startsWith("03.04")) {
                var half = need.divide(new BigDecimal(2), 0, RoundingMode.FLOOR);
                need(component.code(), aux, half);
                need = need.subtract(half);
            }
            need(component.code(), aux, need);
        }
        if (order.has(Twist.UNKNOWN_MATERIAL) && isPacking()) need("09.01.001", 0, quantity);
    }

    private void need(String code, long aux, BigDecimal need) {
        var type = code.startsWith("08.") ? "3" : code.startsWith("03.") || code.startsWith("09.") ? "2" : "1";
        var line = list.line(
                order.mto(),
                code,
                aux,
                "FMOBillNO",
                orderNo,
                "FMaterialType",
                type,
                "FMustQty",
                need,
                "FPickedQty",
                "0",
                "FNoPickedQty",
                need);
        if (!Catalogue.PARTS.containsKey(code))
            Ledger.set(line, "FMaterialId.FName", "客供防伪标签", "FMaterialId.FSpecification", "客户指定");
        needs.add(new Need(code, aux, need, line));
    }

    void writeWork() {
        if (orderNo.isEmpty()) return;
        int ready = isPacking() && !order.has(Twist.STOCK_ONLY) ? 32 : 19;
        boolean begun = pick(order.late(ready));
        boolean finished = receive(order.late(ready + 5), order.late(ready + 9));
        Ledger.set(orderLine, "FStatus", Telling.status(order, begun, finished));
    }

    private boolean pick(LocalDate day) {
        if (needs.isEmpty() || !Telling.happened(day)) return false;
        var bill = ledger.bill(Forms.PICKING, day);
        boolean tooMuchIsOpen = order.has(Twist.OVER_PICKED) && isPacking();
        for (var need : needs) {
            var issued = need.code().contains("04.00") ? need.quantity() : Telling.reached(order, need.quantity());
            var asked = issued;
            if (tooMuchIsOpen && need.code().compareTo("04") < 0) {
                issued = need.quantity().multiply(TOO_MUCH).setScale(0, RoundingMode.CEILING);
                tooMuchIsOpen = false;
            }
            boolean unclear = order.has(Twist.UNCLEAR_PICKS) && need.code().startsWith("03.0");
            pickLine(bill, need.code(), need.aux(), unclear ? "" : asked, issued);
            picked(need, issued);
        }
        if (isPacking()) twistedPicks(day);
        list.changed(day);
        orderBill.changed(day);
        return true;
    }

    private static void picked(Need need, BigDecimal issued) {
        Ledger.set(
                need.line(),
                "FPickedQty",
                issued,
                "FNoPickedQty",
                need.quantity().subtract(issued));
    }

    private void twistedPicks(LocalDate day) {
        if (order.has(Twist.PICKED_WITHOUT_APPLICATION))
            pickLine(ledger.bill(Forms.PICKING, day), "03.01.005", 0, BigDecimal.ZERO, new BigDecimal(40));
        if (order.has(Twist.EXTRA_PURCHASE))
            pickLine(ledger.bill(Forms.PICKING, day), "03.01.004", 0, quantity, quantity);
        if (order.has(Twist.RETURNS)) {
            var back = new BigDecimal(-20);
            pickLine(
                    ledger.bill(Forms.PICKING, day.plusDays(3)),
                    needs.getFirst().code(),
                    needs.getFirst().aux(),
                    back,
                    back);
            picked(needs.getFirst(), needs.getFirst().quantity().add(back));
        }
        if (order.has(Twist.DRAFTS)) {
            var more = new BigDecimal(500);
            var draft = ledger.bill(Forms.PICKING, day.plusDays(1)).status("A");
            pickLine(draft, needs.getFirst().code(), needs.getFirst().aux(), more, more);
            var again = ledger.bill(Forms.PICKING, day.plusDays(2)).status("D");
            pickLine(again, needs.getLast().code(), needs.getLast().aux(), BigDecimal.ONE, BigDecimal.ONE);
            picked(needs.getLast(), needs.getLast().quantity().add(BigDecimal.ONE));
        }
    }

    private void pickLine(Ledger.Bill bill, String code, long aux, Object applied, BigDecimal issued) {
        boolean listed = needs.stream().anyMatch(need -> need.code().equals(code));
        var line = bill.line(
                order.mto(),
                code,
                aux,
                "FPPBomBillNo",
                listed ? listNo : "",
                "FMoBillNo",
                orderNo,
                "FAppQty",
                applied,
                "FActualQty",
                issued);
        if (!Catalogue.PARTS.containsKey(code)) Ledger.set(line, "FMaterialId.FName", "客供防伪标签");
    }

    /// @return whether everything came in
    private boolean receive(LocalDate first, LocalDate second) {
        var made = Telling.reached(order, quantity);
        if (made.signum() == 0 || !Telling.happened(first)) return false;
        boolean small = quantity.compareTo(new BigDecimal(300)) <= 0;
        var batch = small ? made : made.multiply(SHARE).setScale(0, RoundingMode.FLOOR);
        receipt(first, quantity, batch, "C");
        boolean secondCame = !small && Telling.happened(second);
        if (secondCame) receipt(second, quantity.subtract(batch), made.subtract(batch), "B");
        if (order.has(Twist.DRAFTS) && isPacking())
            receipt(first.plusDays(1), quantity.subtract(made), quantity.subtract(made), "A");
        if (order.has(Twist.RETURNS) && isPacking() && Telling.happened(second)) {
            receipt(second, BigDecimal.ZERO, new BigDecimal(-15), "C");
            return false;
        }
        return made.equals(quantity) && (small || secondCame);
    }

    private void receipt(LocalDate day, BigDecimal expected, BigDecimal received, String status) {
        long aux = order.has(Twist.AUX_LOST_AT_RECEIPT) && isPacking() ? 0 : part.aux();
        ledger.bill(Forms.PRODUCTION_RECEIPT, day)
                .status(status)
                .line(order.mto(), part.code(), aux, "FMoBillNo", orderNo, "FMustQty", expected, "FRealQty", received);
        orderBill.changed(day);
    }
}
