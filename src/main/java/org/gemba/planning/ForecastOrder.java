package org.gemba.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.gemba.planning.forecast.ForecastParameters;
import org.gemba.planning.forecast.ForecastRequest;
import org.gemba.planning.forecast.Method;
import org.jspecify.annotations.Nullable;

/// Which products are to be forecast, and how.
///
/// @param method a word of the document, or `auto`
/// @param confidence of the limits, for example 0.95
/// @param alpha, beta, gamma smoothing weights from 0 to 1; null lets them be estimated
/// @param seasonalPeriods days of a season; null for a week
/// @param window days of the moving average; null for four weeks
public record ForecastOrder(
        List<Long> productIds,
        String method,
        int horizonDays,
        double confidence,
        @Nullable Double alpha,
        @Nullable Double beta,
        @Nullable Double gamma,
        @Nullable Integer seasonalPeriods,
        @Nullable Integer window) {
    public ForecastOrder {
        productIds = List.copyOf(productIds);
    }

    ForecastRequest request() {
        return new ForecastRequest(
                Method.of(method).orElseThrow(),
                horizonDays,
                confidence,
                new ForecastParameters(
                        number(alpha), number(beta), number(gamma), count(seasonalPeriods), count(window)),
                Set.of());
    }

    private static OptionalDouble number(@Nullable Double value) {
        return Optional.ofNullable(value).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static OptionalInt count(@Nullable Integer value) {
        return Optional.ofNullable(value).stream().mapToInt(Integer::intValue).findFirst();
    }
}
