package org.gemba.planning.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.gemba.planning.forecast.RetailSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Means and limits against R's `snaive`, `HoltWinters` and `tslm`, to a millionth.
class DeterministicOracleTest {
    private static final LocalDate LAST = LocalDate.of(2018, 11, 4);
    private static final RetailSeries RETAIL = RetailSeries.sales();
    private static final List<String> ORACLE = RetailSeries.lines("oracle_forecasts.csv");

    @ParameterizedTest
    @CsvSource({"ALL", "B1", "B2_15", "B3_4", "B3_6"})
    void equalThoseOfR(String name) {
        var training = Training.of(RETAIL.until(name, LAST, 728), 7);
        same(name, "snaive7", new SeasonalNaive().fit(training));
        same(name, "hw_add_a.3_b.1_g.2", new ExponentialSmoothing(Smoothing.fixed(0.3, 0.1, 0.2)).fit(training));
        same(name, "tslm", new TrendRegression().fit(training));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ALL,   9491652.9
            B1,    2950831.3
            B2_15, 25901.886
            B3_4,  7564.8582
            B3_6,  1640.6061
            """)
    void optimisedWeightsFitAtLeastAsWellAsThoseOfR(String name, double squares) {
        var training = Training.of(RETAIL.until(name, LAST, 728), 7);
        var fitted = (ExponentialSmoothing.Smoothed)
                ExponentialSmoothing.holtWinters(Smoothing.automatic()).fit(training);
        assertThat(fitted.squares()).isLessThanOrEqualTo(squares * 1.001);
    }

    private static void same(String name, String method, Fitted fitted) {
        var rows = ORACLE.stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(name) && cells[1].equals(method))
                .toList();
        assertThat(rows).as(method).hasSize(28);
        var projection = fitted.project(Future.of(28), 0.95);
        for (int h = 0; h < 28; h++) {
            String[] cells = rows.get(h);
            close(projection.mean()[h], cells[3], method + " mean " + h);
            close(projection.lower()[h], cells[4], method + " lower " + h);
            close(projection.upper()[h], cells[5], method + " upper " + h);
        }
    }

    /// The file has eight significant digits.
    private static void close(double ours, String theirs, String what) {
        double value = Double.parseDouble(theirs);
        assertThat(ours).as(what).isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value))));
    }
}
