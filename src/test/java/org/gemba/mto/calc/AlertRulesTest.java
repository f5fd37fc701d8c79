package org.gemba.mto.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gemba.erp.Material;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.mto.MtoAlert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final AlertRules RULES = new AlertRules(TODAY, 7);

    private static PickBalance pick(String mto, String applied, String issued, int unclear) {
        return new PickBalance(
                mto,
                new Material("03.01", "Box", ""),
                "Corp",
                TODAY,
                new BigDecimal(applied),
                new BigDecimal(issued),
                unclear);
    }

    private static ShipBalance ship(
            @Nullable LocalDate due, String ordered, String received, String delivered, boolean closed) {
        return new ShipBalance(
                "AS1",
                new Material("07.01", "Pump", ""),
                "Corp",
                due,
                new BigDecimal(ordered),
                new BigDecimal(received),
                new BigDecimal(delivered),
                closed);
    }

    private static List<String> judged(ShipBalance balance) {
        return RULES.judge(List.of(), List.of(balance)).alerts().stream()
                .map(alert -> alert.kind() + " " + alert.severity() + " "
                        + alert.difference().toPlainString())
                .toList();
    }

    @Test
    void moreIssuedThanAppliedForIsOverPickedAndSevereWhenNothingWas() {
        var found = RULES.judge(
                List.of(pick("AS1", "10", "12.50", 0), pick("AS2", "0", "3", 0), pick("AS3", "5", "5", 0)), List.of());
        assertThat(found.alerts())
                .extracting(
                        MtoAlert::mtoNumber,
                        MtoAlert::severity,
                        alert -> alert.difference().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AS2", MtoAlert.Severity.SEVERE, "3"),
                        org.assertj.core.groups.Tuple.tuple("AS1", MtoAlert.Severity.WARNING, "2.5"));
    }

    @Test
    void sampleOrdersAreCountedAndLeftOutAndRowsWithoutQuantityAreCounted() {
        var found = RULES.judge(List.of(pick("AY1", "0", "3", 2), pick("AS1", "5", "5", 1)), List.of());
        assertThat(found.alerts()).isEmpty();
        assertThat(found.samplesLeftOut()).isEqualTo(1);
        assertThat(found.unclear()).isEqualTo(3);
    }

    @Test
    void moreDeliveredThanOrderedIsOverShippedUnlessClosed() {
        assertThat(judged(ship(null, "10", "12", "12", false))).containsExactly("OVER_SHIPPED WARNING 2");
        assertThat(judged(ship(null, "10", "12", "12", true))).isEmpty();
    }

    @Test
    void whatIsDueSoonAndNotThereIsShort() {
        assertThat(judged(ship(TODAY.minusDays(1), "10", "4", "2", false))).containsExactly("SHORT SEVERE 6");
        assertThat(judged(ship(TODAY.plusDays(7), "10", "0", "0", false))).containsExactly("SHORT WARNING 10");
        assertThat(judged(ship(TODAY.plusDays(8), "10", "0", "0", false))).isEmpty();
        assertThat(judged(ship(TODAY.minusDays(1), "10", "0", "10", false))).isEmpty();
        assertThat(judged(ship(TODAY.minusDays(1), "10", "0", "0", true))).isEmpty();
        assertThat(judged(ship(null, "10", "0", "0", false))).isEmpty();
    }
}
