package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillServiceTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);
    private static final Caller OPERATOR = Shop.caller(Role.OPERATOR_DATAENTRY, "BOOT-LINE-A");
    private static final KpiScope SCOPE = new KpiScope(List.of("BOOT-LINE-A"), DAY.minusDays(5), DAY, null);

    @TempDir
    static Path folder;

    private static Database database;
    private static DrillService drills;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var shop = new Shop(database, "BOOT-LINE-A", ZoneId.of("Asia/Shanghai"));
        new Shop(database, "SOCK-FAC-B", ZoneId.of("Asia/Shanghai"));
        var known = shop.order("WO-1", "ROPER", 500, "0.25", Shop.Plan.of(DAY.minusDays(9), DAY.minusDays(1)));
        var guessed = shop.order("WO-2", "CREW", 500, null, Shop.Plan.of(DAY.minusDays(9), DAY.minusDays(2)));
        shop.entry(known, null, DAY, ShiftType.SHIFT_1ST, Shop.Made.of(100, 4, "8.5", 10));
        shop.entry(guessed, null, DAY.minusDays(2), ShiftType.SHIFT_1ST, Shop.Made.of(60, 1, "8", 9));
        shop.downtime(known, DAY, ShiftType.SHIFT_1ST, DowntimeReason.QC_HOLD, 45);
        shop.downtime(known, DAY, ShiftType.SHIFT_1ST, DowntimeReason.OTHER, 15);
        shop.inspection(known, DAY, 50, 47, 2, 3);
        shop.attendance("E1", DAY, "9", "0", null, false);
        shop.attendance("E2", DAY, "9", "4.5", null, false);
        var clock = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
        drills = new DrillService(database, new KpiService(database, new Events(), clock));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /// What is shown as going in, put into the formula, gives the figure that is shown.
    @ParameterizedTest
    @EnumSource(
            value = KpiName.class,
            names = {"EFFICIENCY", "PERFORMANCE", "PPM", "FPY", "ABSENTEEISM"})
    void theSumsThatAreShownGiveTheFigureThatIsShown(KpiName kpi) {
        var drill = drills.drill(OPERATOR, SCOPE, kpi);
        int times = kpi == KpiName.PPM ? 6 : 2;
        var share = drill.inputs().get(0).amount().movePointRight(times);
        assertThat(share.divide(drill.inputs().get(1).amount(), KpiValue.decimals(kpi), RoundingMode.HALF_UP))
                .isEqualByComparingTo(drill.value().shown().orElseThrow());
    }

    @Test
    void theInferredShareIsThatOfTheRows() {
        var drill = drills.drill(OPERATOR, SCOPE, KpiName.EFFICIENCY);
        assertThat(drill.rows()).hasSize(2);
        assertThat(drill.inferredRows()).isEqualTo(1);
        assertThat(drill.allRows()).isEqualTo(2);
    }

    @Test
    void causesComeHeaviestFirst() {
        var causes = drills.drill(OPERATOR, SCOPE, KpiName.AVAILABILITY).causes();
        assertThat(causes.getFirst()).isEqualTo(new KpiDrill.Cause("QC_HOLD", BigDecimal.valueOf(45)));
        assertThat(causes.getLast()).isEqualTo(new KpiDrill.Cause("OTHER", BigDecimal.valueOf(15)));
    }

    @ParameterizedTest
    @EnumSource(KpiName.class)
    void everyFigureHasRowsAndNoneOfAnotherClient(KpiName kpi) {
        assertThat(drills.drill(OPERATOR, SCOPE, kpi).rows()).isNotEmpty();
        var foreign = new KpiScope(List.of("SOCK-FAC-B"), DAY, DAY, null);
        assertThatThrownBy(() -> drills.drill(OPERATOR, foreign, kpi)).isInstanceOf(AppError.Forbidden.class);
    }
}
