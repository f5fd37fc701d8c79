package org.gemba.demo.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What happens to one MTO number, as planned by the author of the story.
///
/// @param lines the colours or sizes that were ordered, in the order of the sales order
/// @param reach how much of everything can be made of what the suppliers delivered; 1 for all
/// @param delay how many days later than planned the work is done
record Order(
        String mto,
        Catalogue.Partner customer,
        String product,
        List<Line> lines,
        LocalDate day,
        LocalDate due,
        BigDecimal reach,
        int delay,
        Set<Twist> twists) {
    record Line(long aux, BigDecimal quantity) {}

    /// What makes an order unlike the others; sample-data/README.md tells which number shows which.
    enum Twist {
        HEADER_NUMBER,
        STOCK_ONLY,
        PURCHASE_ONLY,
        CANCELLED,
        BOUGHT_IN,
        CLOSED,
        OVER_PICKED,
        PICKED_WITHOUT_APPLICATION,
        UNCLEAR_PICKS,
        OVER_SHIPPED,
        DRAFTS,
        RETURNS,
        DOUBLE_LINES,
        UNKNOWN_MATERIAL,
        EXTRA_PURCHASE,
        NO_DUE_DATE,
        AUX_LOST_AT_RECEIPT,
        SHARED_PURCHASE,
        ALSO_BOUGHT,
        SUBCONTRACT_SHORT
    }

    boolean has(Twist twist) {
        return twists.contains(twist);
    }

    /// A day of the plan, counted from the order's.
    LocalDate after(int days) {
        return day.plusDays(days);
    }

    /// The same for work that waits for suppliers.
    LocalDate late(int days) {
        return day.plusDays(days + delay);
    }

    BigDecimal total() {
        return lines.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
