package org.gemba.planning.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {
    @ParameterizedTest
    @CsvSource({
        "0.90, 1.2815515655", "0.95, 1.6448536270", "0.975, 1.9599639845", "0.98, 2.0537489106", "0.985, 2.1700903776",
        "0.99, 2.3263478740", "0.995, 2.5758293035", "0.5, 0", "0.001, -3.0902323062", "1e-9, -5.9978070150"
    })
    void normalQuantilesAreExact(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-9));
        assertThat(Normal.probability(Normal.quantile(p))).isCloseTo(p, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "0, .398942",
        ".5, .197797",
        "1, .083315",
        "1.2816, .047338",
        "1.6449, .020891",
        "2, .008491",
        "2.0537, .007344",
        "2.3263, .003389"
    })
    void theLossFunctionIsThatOfTheTables(double z, double loss) {
        assertThat(Normal.loss(z)).isCloseTo(loss, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.975, 1, 12.7062047362", "0.975, 10, 2.2281388520", "0.9, 5, 1.4758840488"})
    void studentQuantilesAreExact(double p, double freedom, double t) {
        assertThat(StudentT.quantile(p, freedom)).isCloseTo(t, within(1e-6));
        assertThat(StudentT.quantile(1 - p, freedom)).isCloseTo(-t, within(1e-6));
    }

    @Test
    void thereIsNoQuantileOfCertainty() {
        assertThatThrownBy(() -> Normal.quantile(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Normal.quantile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentT.quantile(0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dependentColumnsHaveNoLeastSquares() {
        double[] y = {1, 2, 3, 5};
        assertThat(LeastSquares.fit(new double[][] {{1, 1, 1, 1}, {2, 2, 2, 2}}, y))
                .isEmpty();
        var line =
                LeastSquares.fit(new double[][] {{1, 1, 1, 1}, {1, 2, 3, 4}}, y).orElseThrow();
        assertThat(line.coefficients()).containsExactly(new double[] {-0.5, 1.3}, within(1e-12));
        assertThat(line.residualSum()).isCloseTo(0.3, within(1e-12));
        assertThat(line.leverage(new double[] {1, 5})).isCloseTo(1.5, within(1e-12));
    }
}
