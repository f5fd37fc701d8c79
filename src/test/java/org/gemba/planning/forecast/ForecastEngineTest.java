package org.gemba.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastEngineTest {
    private static final LocalDate LAST = LocalDate.of(2025, 6, 29);
    private final ForecastEngine engine = new ForecastEngine();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13})
    void fewerThanFourteenDaysSayHowManyThereAreAndAreNeeded(int days) {
        var result = engine.forecast(sales(days, t -> 5), LAST, KnownDays.nothing(), of(Method.AUTO), Watch.none());
        assertThat(result).isEqualTo(new ForecastResult.NotEnoughHistory(days, 14));
    }

    @Test
    void fourteenDaysAreEnoughForAMeanAndSayThatNoBacktestWasPossible() {
        var forecast = forecast(sales(14, t -> 4 + t % 3), of(Method.AUTO));
        assertThat(forecast.method()).isEqualTo(Method.SMA);
        assertThat(forecast.accuracy()).isEmpty();
        assertThat(kinds(forecast)).contains(Remark.Kind.NO_BACKTEST);
        assertThat(forecast.choice().orElseThrow().reason()).isEqualTo(MethodChoice.Reason.NO_BACKTEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 55, 56})
    void aMethodThatNeedsMoreDaysIsReplacedAndTheReplacementIsTold(int days) {
        var forecast = forecast(sales(days, t -> 20 + 5 * Math.sin(t) + t % 7), of(Method.ARIMA));
        assertThat(forecast.method()).isEqualTo(days < 56 ? Method.EXP_SMOOTHING : Method.ARIMA);
        assertThat(kinds(forecast).contains(Remark.Kind.METHOD_REPLACED)).isEqualTo(days < 56);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodForecastsAYearOfSalesWithOrderedLimits(Method method) {
        var random = new Random(3);
        var forecast = forecast(
                sales(365, t -> Math.max(0, 30 + 10 * Math.sin(2 * Math.PI * t / 7) + 3 * random.nextGaussian())),
                of(method));
        assertThat(forecast.mean()).hasSize(30);
        assertThat(forecast.first()).isEqualTo(LAST.plusDays(1));
        for (int h = 0; h < 30; h++) {
            assertThat(forecast.lower()[h]).isBetween(0.0, forecast.mean()[h]);
            assertThat(forecast.upper()[h]).isGreaterThanOrEqualTo(forecast.mean()[h]);
            assertThat(forecast.mean()[h]).isBetween(5.0, 60.0);
        }
        var accuracy = forecast.accuracy().orElseThrow();
        assertThat(accuracy.rmse()).isGreaterThanOrEqualTo(accuracy.mae());
        assertThat(forecast.method()).isNotEqualTo(Method.AUTO);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void constantAndNeverSoldSeriesAreForecastAsTheyAre(Method method) {
        var forecast = forecast(sales(100, t -> 7), of(method));
        assertThat(forecast.mean()).containsOnly(new double[] {7}, within(1e-9));
        assertThat(kinds(forecast)).contains(Remark.Kind.CONSTANT);
        assertThat(forecast.accuracy().orElseThrow().mase()).isEmpty();
        var nothing = forecast(sales(100, t -> 0), of(method));
        assertThat(nothing.mean()).containsOnly(new double[] {0}, within(1e-9));
        assertThat(kinds(nothing)).contains(Remark.Kind.NEVER_SOLD);
        assertThat(nothing.accuracy().orElseThrow().mape()).isEmpty();
    }

    @Test
    void gapsNegativeDaysAndTheTimeBeforeTheFirstSaleAreHandledInTheOpen() {
        var sales = sales(60, t -> 10 + t % 5);
        sales.remove(LAST.minusDays(3));
        sales.put(LAST.minusDays(5), -2.0);
        sales.put(LAST.minusDays(80), 0.0);
        var forecast = forecast(sales, of(Method.SMA));
        assertThat(forecast.remarks())
                .contains(
                        new Remark(Remark.Kind.DAYS_WITHOUT_SALES_FILLED, Map.of("days", 1)),
                        new Remark(Remark.Kind.NEGATIVE_DAYS_RAISED, Map.of("days", 1)));
    }

    @Test
    void nothingIsLearnedFromMoreThanTwoYears() {
        var forecast = forecast(sales(731, t -> t == 0 ? 1e9 : 10 + t % 3), of(Method.LINEAR_REGRESSION));
        assertThat(forecast.mean()[0]).isLessThan(20);
        assertThat(forecast.remarks()).contains(new Remark(Remark.Kind.HISTORY_CUT, Map.of("days", 731, "used", 730)));
    }

    @Test
    void closedDaysAreForecastAsZeroAndDoNotPullTheOthersDown() {
        Set<LocalDate> closed = new HashSet<>();
        for (var day = LAST.minusDays(400); day.isBefore(LAST.plusDays(60)); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                closed.add(day);
            }
        }
        var random = new Random(5);
        var sales = sales(400, t -> 40 + random.nextGaussian());
        closed.forEach(sales::remove);
        var known = new KnownDays(closed, Set.of(), false);
        for (var method : List.of(Method.SMA, Method.EXP_SMOOTHING, Method.ARIMA, Method.LINEAR_REGRESSION)) {
            var forecast = (Forecast) engine.forecast(sales, LAST, known, of(method), Watch.none());
            for (int h = 0; h < 30; h++) {
                boolean shut = closed.contains(forecast.first().plusDays(h));
                assertThat(forecast.mean()[h]).isCloseTo(shut ? 0 : 40, within(1.5));
                assertThat(shut && forecast.upper()[h] > 0).isFalse();
            }
        }
    }

    @Test
    void plannedPromotionsAreLearnedAndUnplannedOnesAreNot() {
        Set<LocalDate> promoted = new HashSet<>();
        for (int back = -20; back < 400; back += 10) {
            promoted.add(LAST.minusDays(back));
        }
        var random = new Random(9);
        var sales = sales(400, t -> (promoted.contains(LAST.minusDays(399L - t)) ? 60 : 20) + random.nextGaussian());
        for (var method : List.of(Method.ARIMA, Method.LINEAR_REGRESSION, Method.ENSEMBLE)) {
            var planned = (Forecast)
                    engine.forecast(sales, LAST, new KnownDays(Set.of(), promoted, true), of(method), Watch.none());
            var blind = (Forecast)
                    engine.forecast(sales, LAST, new KnownDays(Set.of(), promoted, false), of(method), Watch.none());
            assertThat(planned.mean()[9] - planned.mean()[8]).as(method.word()).isGreaterThan(20);
            assertThat(Math.abs(blind.mean()[9] - blind.mean()[8]))
                    .as(method.word())
                    .isLessThan(10);
            assertThat(kinds(planned)).contains(Remark.Kind.PROMOTIONS_USED);
        }
    }

    @Test
    void rareDemandIsSeenAndJudgedBySquares() {
        var random = new Random(11);
        var forecast = forecast(sales(400, t -> random.nextInt(6) == 0 ? 1 + random.nextInt(9) : 0), of(Method.AUTO));
        assertThat(kinds(forecast)).contains(Remark.Kind.INTERMITTENT);
        var choice = forecast.choice().orElseThrow();
        assertThat(choice.criterion()).isEqualTo(MethodChoice.Criterion.RMSSE);
        assertThat(choice.scores()).extracting(MethodChoice.Score::method).contains(Method.CROSTON_SBA, Method.TSB);
        assertThat(Arrays.stream(forecast.mean()).average().orElseThrow()).isBetween(0.4, 1.4);
    }

    @Test
    void theAutomaticChoiceListsWhatItComparedBestFirst() {
        var random = new Random(13);
        var choice = forecast(sales(200, t -> 20 + t % 7 * 3 + random.nextGaussian()), of(Method.AUTO))
                .choice()
                .orElseThrow();
        assertThat(choice.scores())
                .hasSize(5)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(MethodChoice.Score::value));
        assertThat(choice.scores().getLast().method()).isEqualTo(Method.SMA);
    }

    @Test
    void methodsCanBeLeftOut() {
        var request = new ForecastRequest(Method.AUTO, 30, 0.9, ForecastParameters.none(), Set.of(Method.ARIMA));
        var choice =
                forecast(sales(200, t -> 20 + t % 7 + t % 3), request).choice().orElseThrow();
        assertThat(choice.scores()).extracting(MethodChoice.Score::method).doesNotContain(Method.ARIMA);
    }

    @Test
    void seasonalityIsAnIndexFromMondayWithMeanOne() {
        var forecast = forecast(
                sales(280, t -> LAST.minusDays(279L - t).getDayOfWeek() == DayOfWeek.SATURDAY ? 20 : 10),
                of(Method.LINEAR_REGRESSION));
        double[] season = forecast.components().seasonality();
        assertThat(Arrays.stream(season).average().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(season[5] / season[0]).isCloseTo(2, within(1e-9));
        assertThat(forecast.components().residuals()).hasSize(30);
    }

    @Test
    void aCancelledForecastAndBatchEnd() {
        var watch = new Watch() {
            private int asked;

            @Override
            public boolean cancelled() {
                return asked++ > 5;
            }

            @Override
            public void done(double share) {}
        };
        assertThatThrownBy(() -> engine.forecast(
                        sales(300, t -> 5 + t % 7), LAST, KnownDays.nothing(), of(Method.ENSEMBLE), watch))
                .isInstanceOf(CancellationException.class);
        var works = new ArrayList<ForecastBatch.Work<ForecastResult>>();
        for (int k = 0; k < 20; k++) {
            works.add(inner ->
                    engine.forecast(sales(300, t -> 5 + t % 7), LAST, KnownDays.nothing(), of(Method.ENSEMBLE), inner));
        }
        try (var pool = Executors.newFixedThreadPool(2)) {
            assertThatThrownBy(() -> new ForecastBatch(pool).run(works, watch))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aBatchKeepsOrderAndReportsProgressToTheEnd() {
        var shares = new ArrayList<Double>();
        var watch = new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public synchronized void done(double share) {
                shares.add(share);
            }
        };
        var works = new ArrayList<ForecastBatch.Work<Integer>>();
        for (int k = 0; k < 10; k++) {
            int number = k;
            works.add(inner -> number);
        }
        try (var pool = Executors.newFixedThreadPool(2)) {
            assertThat(new ForecastBatch(pool).run(works, watch)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
        assertThat(shares).hasSize(10).contains(1.0);
    }

    @Test
    void sumsOfDaysSpreadMoreThanOneDay() {
        var random = new Random(17);
        var spread = forecast(sales(300, t -> 50 + 5 * random.nextGaussian()), of(Method.SMA))
                .spread();
        assertThat(spread.ofSum(1)).isBetween(3.5, 6.5);
        assertThat(spread.ofSum(4)).isGreaterThan(1.3 * spread.ofSum(1));
        assertThat(spread.ofSum(56)).isGreaterThan(spread.ofSum(28));
    }

    @Test
    void requestsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ForecastRequest.of(Method.SMA, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastRequest.of(Method.SMA, 366, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastRequest.of(Method.SMA, 30, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Forecast forecast(Map<LocalDate, Double> sales, ForecastRequest request) {
        return (Forecast) engine.forecast(sales, LAST, KnownDays.nothing(), request, Watch.none());
    }

    private static ForecastRequest of(Method method) {
        return ForecastRequest.of(method, 30, 0.95);
    }

    private static List<Remark.Kind> kinds(Forecast forecast) {
        return forecast.remarks().stream().map(Remark::kind).toList();
    }

    private static Map<LocalDate, Double> sales(int days, IntToDoubleFunction units) {
        Map<LocalDate, Double> sales = new HashMap<>();
        for (int t = 0; t < days; t++) {
            sales.put(LAST.minusDays(days - 1L - t), units.applyAsDouble(t));
        }
        return sales;
    }
}
