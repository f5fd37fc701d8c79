package org.gemba.planning.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gemba.planning.maths.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryFormulasTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            1000, 10, 2.5,   89.443,  223.607
            5475, 50, 3.875, 375.886, 1456.558
            1200, 50, 6.375, 137.199, 874.643
            8000, 12, 0.3,   800.000, 240.000
            """)
    void economicOrdersAndTheirCost(double yearly, double order, double holding, double quantity, double cost) {
        double found = InventoryFormulas.economicOrder(yearly, order, holding);
        assertThat(found).isCloseTo(quantity, within(0.01));
        assertThat(InventoryFormulas.cycleCost(yearly, order, holding, found)).isCloseTo(cost, within(0.01));
    }

    @Test
    void aBatchThatIsMadeWhileItIsSoldIsLarger() {
        assertThat(InventoryFormulas.economicBatch(5475, 50, 3.875, 15, 60)).isCloseTo(434.036, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            15,   5,    3,  0,   0.98, 8.660,   17.786,  62.786
            15,   5,    3,  1,   0.98, 17.321,  35.572,  80.572
            46.5, 18.7, 3,  0,   0.98, 32.389,  66.520,  206.020
            46.5, 18.7, 3,  1,   0.98, 56.669,  116.383, 255.883
            100,  25,   7,  0,   0.95, 66.144,  108.797, 808.797
            100,  25,   7,  1.5, 0.95, 163.936, 269.651, 969.651
            20,   8,    14, 2,   0.99, 49.960,  116.224, 396.224
            """)
    void reorderPoints(
            double mean,
            double sd,
            double lead,
            double leadSd,
            double service,
            double sigma,
            double safety,
            double rop) {
        double spread = InventoryFormulas.leadSpread(lead, sd, mean, leadSd);
        assertThat(spread).isCloseTo(sigma, within(0.01));
        assertThat(InventoryFormulas.safetyStock(service, spread)).isCloseTo(safety, within(0.01));
        assertThat(InventoryFormulas.reorderPoint(service, mean * lead, spread)).isCloseTo(rop, within(0.01));
    }

    @Test
    void fillRateCheapestServiceAndNewsvendor() {
        double z = Normal.quantile(0.98);
        assertThat(InventoryFormulas.fillRate(8.660, z, 376)).isCloseTo(0.999831, within(1e-6));
        double service = InventoryFormulas.cheapestService(3.875, 375.886, 100, 5475);
        assertThat(service).isCloseTo(0.997340, within(1e-5));
        assertThat(Normal.quantile(service)).isCloseTo(2.7869, within(1e-3));
        assertThat(InventoryFormulas.newsvendor(29.99, 15.5, 5, 1000, 200)).isCloseTo(1040.293, within(0.01));
        assertThat(InventoryFormulas.newsvendor(10, 4, 1, 500, 100)).isCloseTo(543.073, within(0.01));
    }

    /// Poisson with mean 2: 0.9473 of the weight is at most 4, 0.9834 at most 5.
    @ParameterizedTest
    @CsvSource({"0.94, 4", "0.95, 5", "0.98, 5", "0.99, 6"})
    void slowMoversGetTheQuantileOfACount(double service, double level) {
        assertThat(InventoryFormulas.reorderPoint(service, 2, Math.sqrt(2))).isEqualTo(level);
        assertThat(InventoryFormulas.reorderPoint(service, 2, 3)).isGreaterThan(level);
        assertThat(InventoryFormulas.reorderPoint(0.95, 10, 3)).isCloseTo(14.934, within(0.01));
    }
}
