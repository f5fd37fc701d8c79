package org.gemba.mto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FulfilmentTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # demand, fulfilled, rate, status
            100,  100, 1,            completed
            200,  120, 0.6,          in_progress
            0,    0,   0,            not_started
            0,    10,  1,            completed
            1000, 100, 0.1,          warning
            -100, 50,  1,            completed
            100,  -50, 0,            not_started
            -10,  -5,  0,            not_started
            100,  50,  0.5,          in_progress
            100,  150, 1.5,          completed
            3,    1,   0.3333333333, warning
            100000000000, 99999999999.9, 1, in_progress
            """)
    void rateAndStatusFollowFromDemandAndFulfilled(String demand, String fulfilled, String rate, String status) {
        var found = Fulfilment.of(new BigDecimal(demand), new BigDecimal(fulfilled), null);
        assertThat(found.rate().toPlainString()).isEqualTo(rate);
        assertThat(found.status().word()).isEqualTo(status);
        assertThat(found.demand()).isEqualByComparingTo(demand);
        assertThat(found.overPicked()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # demand, picked, over
            50,  80,     30
            100, 50,     0
            100, 100.01, 0.01
            0,   50,     50
            100, -30,    0
            """)
    void moreIssuedThanAskedIsOverPicked(String demand, String picked, String over) {
        var found = Fulfilment.of(new BigDecimal(demand), BigDecimal.ZERO, new BigDecimal(picked));
        assertThat(found.overPicked()).isEqualByComparingTo(over);
        assertThat(found.isOverPicked()).isEqualTo(!over.equals("0"));
    }
}
