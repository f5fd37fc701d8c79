package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkOrderServiceTest {
    static final Caller LEADER = KpiStand.leader(KpiStand.BOOT);

    @TempDir
    static Path folder;

    static KpiStand stand;
    static WorkOrderService orders;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        orders = stand.feature.workOrders();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ACTIVE, ACTIVE, true
                    ACTIVE, ON_HOLD, true
                    ACTIVE, COMPLETED, true
                    ACTIVE, REJECTED, true
                    ACTIVE, CANCELLED, true
                    ON_HOLD, ACTIVE, true
                    ON_HOLD, ON_HOLD, true
                    ON_HOLD, CANCELLED, true
                    ON_HOLD, COMPLETED, false
                    ON_HOLD, REJECTED, false
                    COMPLETED, COMPLETED, true
                    COMPLETED, REJECTED, true
                    COMPLETED, ACTIVE, false
                    COMPLETED, ON_HOLD, false
                    COMPLETED, CANCELLED, false
                    REJECTED, REJECTED, true
                    REJECTED, ACTIVE, false
                    REJECTED, COMPLETED, false
                    CANCELLED, CANCELLED, true
                    CANCELLED, ACTIVE, false
                    CANCELLED, ON_HOLD, false
                    """)
    void onlyLawfulStepsAreTaken(WorkOrderStatus from, WorkOrderStatus to, boolean lawful) {
        var number = from + "-" + to;
        stand.order(KpiStand.BOOT, number, null);
        if (from != WorkOrderStatus.ACTIVE) orders.setStatus(LEADER, number, null, from);
        int steps = orders.find(LEADER, number, null).history().size();
        if (lawful) {
            assertThat(orders.setStatus(LEADER, number, null, to).status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> orders.setStatus(LEADER, number, null, to))
                    .isInstanceOf(AppError.Unprocessable.class)
                    .hasMessageContaining("cannot become " + to);
        }
        int more = lawful && from != to ? 1 : 0;
        assertThat(orders.find(LEADER, number, null).history()).hasSize(steps + more);
        boolean stopped = orders.find(LEADER, number, null).order().status() == WorkOrderStatus.ON_HOLD;
        assertThat(orders.find(LEADER, number, null).holds().stream()
                        .filter(hold -> hold.state() == HoldState.ON_HOLD)
                        .count())
                .isEqualTo(stopped ? 1 : 0);
    }

    @Test
    void aHoldHasAReasonAPlaceInTimeAndAnEnd() {
        stand.order(KpiStand.BOOT, "HOLD", null);
        var at = orders.instant(LEADER, "HOLD", null, "held_at", "2025-12-14T15:30:00");
        assertThat(at).hasToString("2025-12-14T21:30:00Z");
        orders.hold(LEADER, "HOLD", null, HoldReason.MATERIAL_INSPECTION, "leather is stained", at);
        assertThatThrownBy(() -> orders.hold(LEADER, "HOLD", null, HoldReason.OTHER, "again", null))
                .isInstanceOf(AppError.Unprocessable.class);
        var early = orders.instant(LEADER, "HOLD", null, "resumed_at", "2025-12-14T21:29:59Z");
        assertThatThrownBy(() -> orders.resume(LEADER, "HOLD", null, early)).isInstanceOf(AppError.Unprocessable.class);
        var end = orders.instant(LEADER, "HOLD", null, "resumed_at", "2025-12-15T08:00:00-06:00");
        assertThat(orders.resume(LEADER, "HOLD", null, end).status()).isEqualTo(WorkOrderStatus.ACTIVE);
        assertThatThrownBy(() -> orders.resume(LEADER, "HOLD", null, null)).isInstanceOf(AppError.Unprocessable.class);
        assertThatThrownBy(() -> orders.hold(LEADER, "HOLD", null, HoldReason.OTHER, "before that", at))
                .isInstanceOf(AppError.Unprocessable.class)
                .hasMessageContaining("earlier hold");
        var hold = orders.find(LEADER, "HOLD", null).holds().getFirst();
        assertThat(hold.state()).isEqualTo(HoldState.RESUMED);
        assertThat(hold.endedAt()).hasToString("2025-12-15T14:00:00Z");
        assertThatThrownBy(() -> orders.hold(LEADER, "HOLD", null, HoldReason.OTHER, " ", null))
                .isInstanceOf(AppError.InvalidInput.class);
        var later = orders.instant(LEADER, "HOLD", null, "held_at", "2025-12-17");
        assertThatThrownBy(() -> orders.hold(LEADER, "HOLD", null, HoldReason.OTHER, "soon", later))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessageContaining("future");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    500, 0, 0, true
                    500, 490, 10, true
                    500, 490, 11, false
                    1, 0, 0, true
                    0, 0, 0, false
                    500, -1, 0, false
                    500, 0, -1, false
                    """)
    void aJobEndsUpWithNoMoreThanItsOrder(long ordered, long completed, long scrapped, boolean lawful) {
        var number = "JOB-" + ordered + "-" + completed + "-" + scrapped;
        stand.order(KpiStand.BOOT, number, null);
        var asked = new NewJob(null, "SOLE-42", ordered, completed, scrapped);
        if (lawful) {
            assertThat(orders.putJob(LEADER, number, null, asked).jobId()).isEqualTo(number + "-L1");
            assertThat(orders.putJob(LEADER, number, null, asked).jobId()).isEqualTo(number + "-L2");
            var known = new NewJob(number + "-L1", "SOLE-43", ordered, 0L, 0L);
            assertThat(orders.putJob(LEADER, number, null, known).version()).isEqualTo(2);
        } else {
            assertThatThrownBy(() -> orders.putJob(LEADER, number, null, asked))
                    .isInstanceOf(AppError.InvalidInput.class);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    1, 0.25, 2025-12-20, 2025-12-20, true
                    0, 0.25, 2025-12-20, 2025-12-20, false
                    500, 0.00000001, 2025-12-20, 2025-12-25, true
                    500, 0, 2025-12-20, 2025-12-25, false
                    500, -1, 2025-12-20, 2025-12-25, false
                    500, 0.000000001, 2025-12-20, 2025-12-25, false
                    500, 0.25, 2025-12-20, 2025-12-19, false
                    500, -, -, -, true
                    """)
    void aPlanMustMakeSense(long quantity, BigDecimal cycle, LocalDate start, LocalDate ship, boolean lawful) {
        var number = "PLAN-" + Math.abs((quantity + "/" + cycle + "/" + ship).hashCode());
        var asked = new NewWorkOrder(
                number, null, "OX", quantity, start, ship, null, null, null, cycle, null, null, null, null);
        if (lawful) assertThat(orders.create(LEADER, asked).status()).isEqualTo(WorkOrderStatus.ACTIVE);
        else assertThatThrownBy(() -> orders.create(LEADER, asked)).isInstanceOf(AppError.InvalidInput.class);
    }

    @Test
    void aStalePlanIsAConflict() {
        var made = stand.order(KpiStand.BOOT, "STALE", null);
        var asked = KpiStand.plan(KpiStand.BOOT, "STALE", "0.5");
        assertThat(orders.change(LEADER, asked, made.version()).version()).isEqualTo(2);
        assertThatThrownBy(() -> orders.change(LEADER, asked, made.version()))
                .isInstanceOf(AppError.Conflict.class)
                .hasMessageContaining("version 2");
    }
}
