package org.gemba.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastReviewTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 16);

    @Test
    void theDocumentsDayIsMinusThreeAndMinusSevenPointOnePercent() {
        var review = review(Map.of(FIRST, 42.0), 0, 45, 50).orElseThrow();
        var day = review.days().getFirst();
        assertThat(day.error()).isEqualTo(-3);
        assertThat(day.percentageError().orElseThrow()).isCloseTo(-7.142857, within(1e-6));
        assertThat(review.end()).isEqualTo(FIRST);
        assertThat(review.accuracy().mase()).hasValue(0.3);
        assertThat(review.accuracy().coverage()).isEqualTo(1);
    }

    @Test
    void beforeTheFirstDayThereIsNothingToScoreAndAfterTheLastNoMore() {
        assertThat(review(Map.of(), -1, 45, 50)).isEmpty();
        assertThat(review(Map.of(), 99, 45, 50).orElseThrow().days()).hasSize(2);
    }

    @Test
    void daysWithoutSalesCountAsZeroAndLeaveThePercentagesAlone() {
        var accuracy = review(Map.of(FIRST, 10.0), 1, 5, 5).orElseThrow().accuracy();
        assertThat(accuracy.mae()).isEqualTo(5);
        assertThat(accuracy.mape()).hasValue(50);
        assertThat(accuracy.mapeDays()).isEqualTo(1);
        assertThat(accuracy.wape()).hasValue(100);
        assertThat(accuracy.zeroShare()).isEqualTo(0.5);
    }

    @Test
    void fallingErrorsAreAnImprovement() {
        double[] mean = {150, 140, 130, 120, 110};
        Map<LocalDate, Double> sales = new HashMap<>();
        for (int h = 0; h < 5; h++) {
            sales.put(FIRST.plusDays(h), 100.0);
        }
        var frozen = new FrozenForecast(FIRST, mean, mean, mean, new Scale(10, 100));
        var trend = ForecastReview.of(frozen, sales, FIRST.plusDays(4))
                .orElseThrow()
                .trend();
        assertThat(trend.improving()).isTrue();
        assertThat(trend.slope()).isCloseTo(10, within(1e-9));
        assertThat(trend.consistency()).isCloseTo(30 / (30 + 15.811388), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10,   0,   1,    A
            10.1, 0,   1,    B
            20,   0.3, 1,    B
            30,   0,   1,    C
            50,   0,   1,    D
            50.1, 0,   1,    F
            99,   0.31, 0.7, A
            99,   0.31, 0.85, B
            99,   0.31, 1.0, C
            99,   0.31, 1.2, D
            1,    0.31, 1.21, F
            """)
    void gradesHaveTheirBoundsOnTheBetterSide(double mape, double zeros, double mase, String grade) {
        var accuracy = new Accuracy(
                10,
                1,
                1,
                OptionalDouble.of(mape),
                10,
                OptionalDouble.empty(),
                OptionalDouble.of(mase),
                OptionalDouble.empty(),
                1,
                zeros);
        assertThat(accuracy.grade()).contains(grade);
    }

    private static java.util.Optional<ForecastReview> review(Map<LocalDate, Double> sales, int days, double... mean) {
        double[] lower = {mean[0] - 10, mean[1] - 10};
        double[] upper = {mean[0] + 10, mean[1] + 10};
        var frozen = new FrozenForecast(FIRST, mean, lower, upper, new Scale(10, 100));
        return ForecastReview.of(frozen, sales, FIRST.plusDays(days));
    }
}
