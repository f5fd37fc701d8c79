package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.planning.forecast.arima.ExactSarima;
import org.gemba.planning.forecast.arima.SarimaEstimator;
import org.gemba.planning.forecast.model.AutoArima;
import org.gemba.planning.forecast.model.Ensemble;
import org.gemba.planning.forecast.model.ExponentialSmoothing;
import org.gemba.planning.forecast.model.Fitted;
import org.gemba.planning.forecast.model.Forecaster;
import org.gemba.planning.forecast.model.Intermittent;
import org.gemba.planning.forecast.model.MovingAverage;
import org.gemba.planning.forecast.model.Projection;
import org.gemba.planning.forecast.model.TrendRegression;

/// Forecasts one series: chooses and fits the method, measures it by a backtest, projects it.
public final class ForecastEngine {
    /// The winner of a short backtest wins by luck as well: the ensemble is taken while it is this near.
    private static final double NEARLY = 1.1;

    private final SarimaEstimator estimator;

    /// An engine with the exact estimator.
    public ForecastEngine() {
        this(new ExactSarima());
    }

    /// An engine with another estimator of ARIMA models.
    public ForecastEngine(SarimaEstimator estimator) {
        this.estimator = estimator;
    }

    /// Prepares the sales of days up to `last` and forecasts the days after it.
    /// @throws java.util.concurrent.CancellationException when the watch says so
    public ForecastResult forecast(
            Map<LocalDate, Double> sales, LocalDate last, KnownDays known, ForecastRequest request, Watch watch) {
        return switch (SeriesPreparation.prepare(sales, last, known)) {
            case SeriesPreparation.TooShort few ->
                new ForecastResult.NotEnoughHistory(few.daysThere(), few.daysNeeded());
            case SeriesPreparation.Ready ready -> forecast(ready.series(), request, watch);
        };
    }

    /// Forecasts a prepared series.
    /// @throws java.util.concurrent.CancellationException when the watch says so
    public Forecast forecast(DemandSeries series, ForecastRequest request, Watch watch) {
        return new Run(series, request, watch).forecast();
    }

    private final class Run {
        private final DemandSeries series;
        private final ForecastRequest request;
        private final Watch watch;
        private final int period;
        private final Backtest backtest;
        private final Map<Method, Candidate> candidates = new EnumMap<>(Method.class);
        private final List<Remark> remarks;

        Run(DemandSeries series, ForecastRequest request, Watch watch) {
            this.series = series;
            this.request = request;
            this.watch = watch;
            period = request.parameters().period();
            backtest = new Backtest(series, period, request.horizon(), request.confidence());
            remarks = new ArrayList<>(series.remarks());
            if (series.promotionsUsable()) {
                remarks.add(new Remark(Remark.Kind.PROMOTIONS_USED, Map.of()));
            }
        }

        Forecast forecast() {
            watch.check();
            var asked = request.method();
            if (series.constant()) {
                remarks.add(Remark.of(Remark.Kind.CONSTANT, "units", series.actual()[0]));
                return finish(candidate(Method.SMA), choice(asked, MethodChoice.Reason.CONSTANT_DEMAND));
            }
            if (asked == Method.AUTO) {
                return automatic();
            }
            return finish(candidate(usable(asked)), Optional.empty());
        }

        private Method usable(Method asked) {
            if (series.size() >= asked.daysNeeded()) {
                return asked;
            }
            var instead = series.size() >= Method.EXP_SMOOTHING.daysNeeded() ? Method.EXP_SMOOTHING : Method.SMA;
            remarks.add(new Remark(
                    Remark.Kind.METHOD_REPLACED,
                    Map.of(
                            "asked",
                            asked.word(),
                            "used",
                            instead.word(),
                            "days",
                            series.size(),
                            "needed",
                            asked.daysNeeded())));
            return instead;
        }

        private Forecast automatic() {
            var methods = Methods.automatic(series, request);
            if (!backtest.possible()) {
                return finish(candidate(methods.getFirst()), choice(Method.AUTO, MethodChoice.Reason.NO_BACKTEST));
            }
            var criterion = series.pattern().rare() ? MethodChoice.Criterion.RMSSE : MethodChoice.Criterion.MASE;
            var ranked = methods.stream()
                    .map(this::candidate)
                    .sorted(Comparator.comparingDouble(candidate -> candidate.value(criterion)))
                    .toList();
            var scores =
                    ranked.stream().map(candidate -> candidate.score(criterion)).toList();
            var best = ranked.getFirst();
            var safest = ranked.stream()
                    .filter(candidate -> candidate.method() == Method.ENSEMBLE)
                    .filter(candidate -> candidate.value(criterion) <= NEARLY * best.value(criterion))
                    .findFirst()
                    .orElse(best);
            return finish(
                    safest, Optional.of(new MethodChoice(criterion, scores, reason(ranked.size(), safest == best))));
        }

        private static MethodChoice.Reason reason(int methods, boolean best) {
            if (methods == 1) {
                return MethodChoice.Reason.ONLY_ONE_POSSIBLE;
            }
            return best ? MethodChoice.Reason.LEAST_ERROR : MethodChoice.Reason.NEARLY_BEST_AND_STEADIER;
        }

        private Optional<MethodChoice> choice(Method asked, MethodChoice.Reason reason) {
            return asked == Method.AUTO
                    ? Optional.of(new MethodChoice(MethodChoice.Criterion.MASE, List.of(), reason))
                    : Optional.empty();
        }

        private Candidate candidate(Method method) {
            var known = candidates.get(method);
            if (known != null) {
                return known;
            }
            var made = method == Method.ENSEMBLE ? ensemble() : single(method);
            candidates.put(method, made);
            return made;
        }

        private Candidate single(Method method) {
            watch.check();
            var fitted = forecaster(method).fit(series.training(period));
            var tests = backtest.possible() ? backtest.run(fitted.structure(), watch) : List.<Projection>of();
            return new Candidate(method, fitted, tests, backtest.measure(tests));
        }

        private Candidate ensemble() {
            var members = Methods.members(series, request).stream()
                    .map(this::candidate)
                    .toList();
            double[] weights =
                    Methods.weights(members.stream().map(Candidate::accuracy).toList());
            var fitted =
                    new Ensemble.Blended(members.stream().map(Candidate::fitted).toList(), weights);
            var tests = new ArrayList<Projection>();
            for (int k = 0; k < members.getFirst().tests().size(); k++) {
                int fold = k;
                tests.add(Projection.blend(
                        members.stream().map(member -> member.tests().get(fold)).toList(), weights));
            }
            return new Candidate(Method.ENSEMBLE, fitted, tests, backtest.measure(tests));
        }

        private Forecaster forecaster(Method method) {
            return switch (method) {
                case SMA -> new MovingAverage(request.parameters().averagedDays());
                case EXP_SMOOTHING ->
                    new ExponentialSmoothing(request.parameters().smoothing());
                case ARIMA -> new AutoArima(estimator, watch::check);
                case LINEAR_REGRESSION -> new TrendRegression();
                case CROSTON_SBA -> Intermittent.of(Intermittent.Kind.CROSTON_SBA);
                case TSB -> Intermittent.of(Intermittent.Kind.TSB);
                case ENSEMBLE, AUTO -> throw new IllegalArgumentException("made of others: " + method);
            };
        }

        private Forecast finish(Candidate candidate, Optional<MethodChoice> choice) {
            if (candidate.accuracy().isEmpty()) {
                remarks.add(Remark.of(Remark.Kind.NO_BACKTEST, "days", series.size()));
            }
            var first = series.last().plusDays(1);
            var projection = Closures.zeroed(
                    candidate
                            .fitted()
                            .project(series.future(request.horizon()), request.confidence())
                            .clipped(),
                    series,
                    first);
            watch.done(1);
            return new Forecast(
                    candidate.method(),
                    candidate.fitted().description(),
                    first,
                    projection.mean(),
                    projection.lower(),
                    projection.upper(),
                    request.confidence(),
                    candidate.accuracy(),
                    new ErrorSpread(backtest.errors(candidate.tests())),
                    Scale.of(series.actual(), period),
                    Components.of(series, candidate.fitted().slope()),
                    choice,
                    List.copyOf(remarks));
        }
    }

    private record Candidate(Method method, Fitted fitted, List<Projection> tests, Optional<Accuracy> accuracy) {
        double value(MethodChoice.Criterion criterion) {
            return accuracy.map(measured -> switch (criterion) {
                        case MASE -> measured.mase().orElse(measured.mae());
                        case RMSSE -> measured.rmsse().orElse(measured.rmse());
                    })
                    .orElse(Double.POSITIVE_INFINITY);
        }

        MethodChoice.Score score(MethodChoice.Criterion criterion) {
            return new MethodChoice.Score(
                    method,
                    fitted.description(),
                    value(criterion),
                    accuracy.map(Accuracy::coverage).orElse(Double.NaN));
        }
    }
}
