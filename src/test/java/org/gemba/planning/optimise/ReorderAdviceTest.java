package org.gemba.planning.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReorderAdviceTest {
    private static final CostParameters COSTS = new CostParameters(0.25, 50, 100);

    /// 10 a day, 5 days of lead time, no uncertainty: the reorder point is 50.
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,   HIGH,   NOTHING_LEFT,             0
            -3,  HIGH,   NOTHING_LEFT,             0
            49,  HIGH,   RUNS_OUT_BEFORE_DELIVERY, 4.9
            50,  HIGH,   BELOW_REORDER_POINT,      5
            51,  MEDIUM, REACHES_REORDER_POINT,    0.1
            120, MEDIUM, REACHES_REORDER_POINT,    7
            121, LOW,    REACHES_REORDER_POINT,    7.1
            190, LOW,    REACHES_REORDER_POINT,    14
            """)
    void priorityAndReasonFollowTheDaysToTheReorderPoint(
            double position, ReorderAdvice.Priority priority, ReorderAdvice.Reason reason, double days) {
        var advice = ReorderAdvice.of(item(1, 0), COSTS, 0.98, position, 5).orElseThrow();
        assertThat(advice.priority()).isEqualTo(priority);
        assertThat(advice.reason()).isEqualTo(reason);
        assertThat(advice.days()).isEqualTo(days, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(advice.cost()).isEqualTo(advice.order() * 15.5);
    }

    @Test
    void whatIsFarFromItsReorderPointOrNeverSoldIsLeftOut() {
        assertThat(ReorderAdvice.of(item(1, 0), COSTS, 0.98, 191, 5)).isEmpty();
        var dead = new StockItem(2, 0, 0, 0, 15.5, 1, 0, 0, 0, Map.of("UK", 1.0));
        assertThat(ReorderAdvice.of(dead, COSTS, 0.98, 0, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 307", "50, 0, 350", "1, 400, 400", "60, 400, 420"})
    void ordersAreWholeLotsOfAtLeastTheMinimum(int lot, int minimum, int order) {
        assertThat(ReorderAdvice.of(item(lot, minimum), COSTS, 0.98, 50, 5)
                        .orElseThrow()
                        .order())
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  10, 5, 20, 100, STOCKOUT
            5,  10, 5, 20, 100, CRITICAL
            6,  10, 5, 20, 100, LOW
            20, 30, 5, 20, 100, LOW
            21, 99, 5, 20, 100, NORMAL
            21, 100, 5, 20, 100, OVERSTOCK
            900, 900, 5, 20, 0, NORMAL
            """)
    void statusFollowsTheLevels(
            double available, double total, double safety, double reorder, double highest, StockStatus status) {
        assertThat(StockStatus.of(available, total, safety, reorder, highest)).isEqualTo(status);
    }

    private static StockItem item(int lot, int minimum) {
        return new StockItem(1, 3650, 50, 0, 15.5, lot, minimum, 0, 0, Map.of("UK", 1.0));
    }
}
