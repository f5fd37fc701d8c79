package org.gemba.fx.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,    97,     6, 0,    100,    20
            0,    100,    6, 0,    100,    20
            0,    0,      5, 0,    1,      0.5
            5,    5,      5, 5,    6,      0.5
            -4,   -4,     5, -4,   0,      1
            -3,   12,     5, -5,   15,     5
            -1,   1,      2, -1,   1,      1
            0.82, 0.91,   4, 0.80, 0.95,   0.05
            0,    123456, 5, 0,    150000, 50000
            """)
    void endsAndStepsAreRoundAndTheFiguresLieBetween(
            double from, double to, int most, BigDecimal low, BigDecimal high, BigDecimal step) {
        var scale = Scale.around(from, to, most);
        assertThat(scale.low()).isEqualByComparingTo(low);
        assertThat(scale.high()).isEqualByComparingTo(high);
        assertThat(scale.step()).isEqualByComparingTo(step);
        assertThat(scale.ticks().getLast()).isEqualByComparingTo(high);
    }
}
