package org.gemba.planning.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gemba.planning.ForecastContent;
import org.gemba.planning.ForecastOrder;
import org.gemba.planning.StoredForecast;
import org.gemba.planning.forecast.ForecastReview;
import org.jspecify.annotations.Nullable;

/// The records of the forecasting routes.
final class ForecastAnswers {
    private ForecastAnswers() {}

    record Parameters(
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable Double gamma,
            @Nullable Integer seasonalPeriods,
            @Nullable Integer window) {}

    record Generate(
            List<Long> productIds,
            String method,
            int horizonDays,
            @Nullable Double confidenceLevel,
            @Nullable Parameters parameters) {
        private static final double USUAL = 0.95;

        ForecastOrder order() {
            var given = parameters == null ? new Parameters(null, null, null, null, null) : parameters;
            return new ForecastOrder(
                    productIds,
                    method,
                    horizonDays,
                    confidenceLevel == null ? USUAL : confidenceLevel,
                    given.alpha(),
                    given.beta(),
                    given.gamma(),
                    given.seasonalPeriods(),
                    given.window());
        }
    }

    record Accepted(String taskId, String status, Instant estimatedCompletion) {}

    record Task(
            String taskId,
            String status,
            int progress,
            @Nullable Long forecastId,
            List<Long> forecastIds,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable String result,
            @Nullable String error) {}

    record Limits(long lower, long upper) {}

    record Prediction(LocalDate date, long predictedDemand, Limits confidenceInterval) {}

    record Metrics(
            @Nullable BigDecimal mae,
            @Nullable BigDecimal mape,
            @Nullable BigDecimal rmse,
            @Nullable BigDecimal mase,
            @Nullable BigDecimal wape,
            @Nullable BigDecimal coverage,
            @Nullable String accuracyGrade) {}

    record Components(BigDecimal trend, List<BigDecimal> seasonality, List<BigDecimal> residuals) {}

    record Detail(
            long id,
            UUID taskId,
            long productId,
            String method,
            String requestedMethod,
            String model,
            int horizonDays,
            double confidenceLevel,
            Instant createdAt,
            Metrics accuracyMetrics,
            List<Prediction> predictions,
            Components seasonalComponents,
            @Nullable String choiceReason,
            List<ForecastContent.Compared> methodComparison,
            List<ForecastContent.Told> remarks) {
        static Detail of(StoredForecast forecast) {
            var content = forecast.content();
            return new Detail(
                    forecast.id(),
                    forecast.taskId(),
                    forecast.productId(),
                    forecast.method(),
                    content.asked(),
                    content.model(),
                    content.mean().size(),
                    content.confidence(),
                    forecast.createdAt(),
                    metrics(content.accuracy()),
                    IntStream.range(0, content.mean().size())
                            .mapToObj(h -> new Prediction(
                                    content.firstDay().plusDays(h),
                                    Math.round(content.mean().get(h)),
                                    new Limits(
                                            Math.round(content.lower().get(h)),
                                            Math.round(content.upper().get(h)))))
                            .toList(),
                    new Components(
                            round(content.trend(), 3),
                            content.seasonality().stream()
                                    .map(index -> round(index, 3))
                                    .toList(),
                            content.residuals().stream()
                                    .map(rest -> round(rest, 2))
                                    .toList()),
                    content.reason(),
                    content.compared(),
                    content.remarks());
        }
    }

    private static Metrics metrics(ForecastContent.@Nullable Measured measured) {
        return measured == null
                ? new Metrics(null, null, null, null, null, null, null)
                : new Metrics(
                        round(measured.mae(), 2),
                        rounded(measured.mape(), 1),
                        round(measured.rmse(), 2),
                        rounded(measured.mase(), 2),
                        rounded(measured.wape(), 1),
                        round(measured.coverage(), 3),
                        null);
    }

    record Short(@Nullable BigDecimal mape, @Nullable BigDecimal mae) {}

    record Row(
            long id,
            long productId,
            String productName,
            String method,
            int horizonDays,
            Instant createdAt,
            Short accuracy) {
        static Row of(StoredForecast forecast, String name) {
            var all = metrics(forecast.content().accuracy());
            return new Row(
                    forecast.id(),
                    forecast.productId(),
                    name,
                    forecast.method(),
                    forecast.content().mean().size(),
                    forecast.createdAt(),
                    new Short(all.mape(), all.mae()));
        }
    }

    record Period(LocalDate startDate, LocalDate endDate) {}

    record DayAccuracy(
            LocalDate date,
            BigDecimal predicted,
            BigDecimal actual,
            BigDecimal error,
            @Nullable BigDecimal percentageError) {}

    record Trends(boolean improving, BigDecimal trendSlope, BigDecimal consistencyScore) {}

    record Review(
            long forecastId,
            Period accuracyPeriod,
            Metrics metrics,
            List<DayAccuracy> dailyAccuracy,
            Trends accuracyTrends) {
        static Review of(long id, ForecastReview review) {
            var accuracy = review.accuracy();
            return new Review(
                    id,
                    new Period(review.start(), review.end()),
                    new Metrics(
                            round(accuracy.mae(), 2),
                            rounded(accuracy.mape(), 1),
                            round(accuracy.rmse(), 2),
                            rounded(accuracy.mase(), 2),
                            rounded(accuracy.wape(), 1),
                            round(accuracy.coverage(), 3),
                            accuracy.grade().orElse(null)),
                    review.days().stream()
                            .map(day -> new DayAccuracy(
                                    day.date(),
                                    round(day.predicted(), 2),
                                    round(day.actual(), 2),
                                    round(day.error(), 2),
                                    rounded(day.percentageError(), 1)))
                            .toList(),
                    new Trends(
                            review.trend().improving(),
                            round(review.trend().slope(), 3),
                            round(review.trend().consistency(), 2)));
        }
    }

    static BigDecimal round(double value, int places) {
        var rounded =
                BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value, int places) {
        return value == null ? null : round(value, places);
    }

    private static @Nullable BigDecimal rounded(OptionalDouble value, int places) {
        return value.isEmpty() ? null : round(value.getAsDouble(), places);
    }

    /// The word of a kind in the document's spelling.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
