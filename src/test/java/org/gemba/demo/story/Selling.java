package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.Order.Line;
import org.gemba.demo.story.Order.Twist;

/// The sales order and its deliveries.
final class Selling {
    private static final BigDecimal SHARE = new BigDecimal("0.6");
    private static final BigDecimal SMALL = new BigDecimal(200);

    private final Ledger ledger;
    private final Order order;
    private Ledger.Bill bill;

    Selling(Ledger ledger, Order order) {
        this.ledger = ledger;
        this.order = order;
    }

    void sell() {
        bill = ledger.bill(Forms.SALES_ORDER, order.day());
        for (var line : order.lines()) {
            if (!order.has(Twist.DOUBLE_LINES)) {
                line(line, line.quantity(), order.due());
                continue;
            }
            var early = line.quantity().multiply(SHARE).setScale(0, RoundingMode.FLOOR);
            line(line, early, order.due());
            line(line, line.quantity().subtract(early), order.due().plusDays(21));
        }
        if (order.has(Twist.CANCELLED)) bill.cancel().changed(order.after(9));
        else deliver();
        var closing = closingDay();
        if (isClosed()) bill.changed(closing);
    }

    private boolean isClosed() {
        return order.has(Twist.CANCELLED) || order.has(Twist.CLOSED) && Telling.happened(closingDay());
    }

    private LocalDate closingDay() {
        return lastDelivery().plusDays(6);
    }

    private void line(Line line, BigDecimal quantity, LocalDate due) {
        var number = order.has(Twist.HEADER_NUMBER) ? "" : order.mto();
        boolean byHand = isClosed() && order.reach().compareTo(BigDecimal.ONE) < 0;
        bill.line(
                number,
                order.product(),
                line.aux(),
                "F_QWJI_JHGZH",
                order.has(Twist.HEADER_NUMBER) ? order.mto() : "",
                "FCustId.FNumber",
                order.customer().number(),
                "FBomId.FName",
                shortName(),
                "FQty",
                quantity,
                "FDeliveryDate",
                order.has(Twist.NO_DUE_DATE) ? "" : due,
                "FCloseStatus",
                isClosed() && !byHand ? "B" : "A",
                "FMrpCloseStatus",
                isClosed() ? "B" : "A",
                "FMANUALROWCLOSE",
                byHand);
    }

    private String shortName() {
        var name = Catalogue.PARTS.get(order.product()).name();
        return order.has(Twist.BOUGHT_IN)
                ? ""
                : name.substring(name.lastIndexOf(' ') + 1) + " V"
                        + (1 + order.day().getYear() % 3);
    }

    /// The first part when it is packed, the rest shortly before the due date; small orders at once.
    private void deliver() {
        if (order.has(Twist.BOUGHT_IN)) {
            lot(order.late(24), BigDecimal.ONE, BigDecimal.ZERO);
            return;
        }
        boolean small = order.total().compareTo(SMALL) <= 0;
        lot(order.late(46), small ? BigDecimal.ONE : SHARE, BigDecimal.ZERO);
        if (!small) lot(lastDelivery(), BigDecimal.ONE.subtract(SHARE), SHARE);
    }

    private LocalDate lastDelivery() {
        var packed = order.late(50);
        return order.has(Twist.NO_DUE_DATE) || order.due().minusDays(3).isBefore(packed)
                ? packed
                : order.due().minusDays(3);
    }

    private void lot(LocalDate day, BigDecimal share, BigDecimal before) {
        if (!Telling.happened(day)) return;
        var lot = ledger.bill(Forms.DELIVERY, day);
        for (var line : order.lines()) {
            var made = Telling.reached(order, line.quantity());
            var gone = made.multiply(before).setScale(0, RoundingMode.FLOOR);
            var going = share.add(before).compareTo(BigDecimal.ONE) == 0
                    ? made.subtract(gone)
                    : made.multiply(share).setScale(0, RoundingMode.FLOOR);
            if (order.has(Twist.OVER_SHIPPED) && before.signum() > 0) going = going.add(new BigDecimal(48));
            if (order.has(Twist.RETURNS))
                going = going.subtract(before.signum() > 0 ? new BigDecimal(15) : BigDecimal.ZERO);
            deliveryLine(lot, line, line.quantity().subtract(gone), going);
        }
        bill.changed(day);
        if (order.has(Twist.DRAFTS))
            deliveryLine(
                    ledger.bill(Forms.DELIVERY, day).status("A"),
                    order.lines().getFirst(),
                    order.total(),
                    order.total());
    }

    private void deliveryLine(Ledger.Bill lot, Line line, BigDecimal expected, BigDecimal going) {
        lot.line(
                order.mto(),
                order.product(),
                line.aux(),
                "FCustomerID.FNumber",
                order.customer().number(),
                "FSoorDerno",
                bill.number(),
                "FMustQty",
                expected,
                "FRealQty",
                going);
    }
}
