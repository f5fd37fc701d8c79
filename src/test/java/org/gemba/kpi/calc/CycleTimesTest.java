package org.gemba.kpi.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gemba.kpi.calc.CycleTime.Source;
import org.gemba.kpi.calc.CycleTimes.Worked;
import org.junit.jupiter.api.Test;

class CycleTimesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final BigDecimal OWN = new BigDecimal("0.4");

    private static Worked worked(String order, String standard, LocalDate day) {
        return new Worked(order, "BOOT", new BigDecimal(standard), day);
    }

    @Test
    void theOrdersOwnStandardComesFirst() {
        var times = new CycleTimes(Map.of("BOOT", BigDecimal.ONE), List.of());
        assertThat(times.of(OWN, "BOOT", DAY)).isEqualTo(new CycleTime(OWN, Source.WORK_ORDER));
    }

    @Test
    void thenTheClientsForTheStyle() {
        var times = new CycleTimes(Map.of("BOOT", OWN), List.of(worked("A", "0.9", DAY)));
        assertThat(times.of(null, "BOOT", DAY)).isEqualTo(new CycleTime(OWN, Source.CLIENT_CONFIG));
        assertThat(times.of(null, "boot", DAY).source()).isEqualTo(Source.DEFAULT);
    }

    @Test
    void thenTheMeanOfOrdersWorkedOnInThirtyDaysUpToTheRow() {
        var times = new CycleTimes(
                Map.of(),
                List.of(
                        worked("A", "0.2", DAY),
                        worked("A", "0.2", DAY.minusDays(3)),
                        worked("B", "0.5", DAY.minusDays(29)),
                        worked("C", "9", DAY.minusDays(30)),
                        worked("D", "9", DAY.plusDays(1))));
        var found = times.of(null, "BOOT", DAY);
        assertThat(found.hours()).isEqualByComparingTo("0.35");
        assertThat(found.source()).isEqualTo(Source.AVERAGE);
        assertThat(found.source().confidence()).isEqualByComparingTo("0.75");
    }

    @Test
    void thenAQuarterOfAnHour() {
        var found = new CycleTimes(Map.of(), List.of(worked("A", "0.2", DAY.plusDays(1)))).of(null, "BOOT", DAY);
        assertThat(found).isEqualTo(new CycleTime(new BigDecimal("0.25"), Source.DEFAULT));
    }

    @Test
    void aPromisedDayTrustsTheLeastCertainOfWhatItIsMadeFrom() {
        var guessed = new CycleTime(new BigDecimal("0.25"), Source.DEFAULT);
        var known = new CycleTime(new BigDecimal("0.25"), Source.WORK_ORDER);
        assertThat(PromisedDay.of(null, null, DAY, 36, guessed).orElseThrow().confidence())
                .isEqualByComparingTo("0.5");
        assertThat(PromisedDay.of(null, null, DAY, 36, known).orElseThrow().confidence())
                .isEqualByComparingTo("0.85");
        assertThat(PromisedDay.of(null, DAY, DAY, 36, guessed).orElseThrow().confidence())
                .isEqualByComparingTo("0.9");
        assertThat(PromisedDay.of(DAY, DAY, DAY, 36, guessed).orElseThrow().isInferred())
                .isFalse();
    }
}
