package org.gemba.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gemba.planning.forecast.Forecast;
import org.gemba.planning.forecast.ForecastBatch;
import org.gemba.planning.forecast.ForecastEngine;
import org.gemba.planning.forecast.ForecastParameters;
import org.gemba.planning.forecast.ForecastRequest;
import org.gemba.planning.forecast.ForecastResult;
import org.gemba.planning.forecast.KnownDays;
import org.gemba.planning.forecast.Method;
import org.gemba.planning.forecast.RetailSeries;
import org.gemba.planning.forecast.Watch;
import org.gemba.planning.forecast.arima.ExactSarima;
import org.gemba.planning.forecast.model.AutoArima;
import org.gemba.planning.forecast.model.ExponentialSmoothing;
import org.gemba.planning.forecast.model.Forecaster;
import org.gemba.planning.forecast.model.Future;
import org.gemba.planning.forecast.model.Intermittent;
import org.gemba.planning.forecast.model.MovingAverage;
import org.gemba.planning.forecast.model.Projection;
import org.gemba.planning.forecast.model.SeasonalNaive;
import org.gemba.planning.forecast.model.Smoothing;
import org.gemba.planning.forecast.model.Training;
import org.gemba.planning.forecast.model.TrendRegression;
import org.gemba.planning.forecast.model.WeekdayMean;

/// Accuracy and speed beside R's `forecast` on the same fifteen series and three origins, then many products at once.
/// Run `main`; prints rows of a table. The figures of R 4.2.2 with forecast 8.20 are those of its run on these series.
final class ForecastBench {
    private static final List<LocalDate> ORIGINS =
            List.of(LocalDate.of(2018, 10, 7), LocalDate.of(2018, 11, 4), LocalDate.of(2018, 12, 2));
    private static final int DAYS = 728;
    private static final int AHEAD = 28;
    private static final int PERIOD = 7;
    private static final double CONFIDENCE = 0.95;

    private final RetailSeries sales = RetailSeries.sales();
    private final RetailSeries promotions = RetailSeries.promotions();
    private final ForecastEngine engine = new ForecastEngine();

    public static void main(String[] arguments) {
        var bench = new ForecastBench();
        bench.methods();
        bench.engine();
        bench.many(Integer.getInteger("products", 1_000));
    }

    /// One method by itself, as R was measured: fit and project, no backtest.
    private void methods() {
        say("| method | MASE | R | cover 95 %% | CPU ms a series | R ms | times faster |");
        say("|---|---|---|---|---|---|---|");
        row("sma 28", new MovingAverage(28), 0.8876, 0.6);
        row("weekday mean, 8 weeks", new WeekdayMean(8), 0.8760, 0.4);
        row("seasonal naive", new SeasonalNaive(), 1.1106, 2.3);
        row("linear_regression (tslm)", new TrendRegression(), 0.8467, 6.5);
        row("Holt-Winters .3/.1/.2", ExponentialSmoothing.holtWinters(Smoothing.fixed(0.3, 0.1, 0.2)), 1.1347, 35.6);
        row("Holt-Winters optimised", ExponentialSmoothing.holtWinters(Smoothing.automatic()), 0.9143, 45.4);
        row("exp_smoothing, form chosen (ets)", new ExponentialSmoothing(Smoothing.automatic()), 0.8717, 350);
        row("Croston-SBA", Intermittent.of(Intermittent.Kind.CROSTON_SBA), 0.8762, 0.5);
        row("arima (auto.arima)", new AutoArima(new ExactSarima(), () -> {}), 0.7851, 1_210);
    }

    private void row(String title, Forecaster method, double mase, double milliseconds) {
        measure((values, name, last) -> method.fit(Training.of(values, PERIOD)).project(Future.of(AHEAD), CONFIDENCE));
        var found = measure(
                (values, name, last) -> method.fit(Training.of(values, PERIOD)).project(Future.of(AHEAD), CONFIDENCE));
        say(
                "| %s | %.4f | %.4f | %.1f %% | %.3f | %.1f | %.0f |",
                title,
                found.mase,
                mase,
                100 * found.coverage,
                found.milliseconds,
                milliseconds,
                milliseconds / found.milliseconds);
    }

    /// What a user gets: with the backtest that gives weights, choice and measured accuracy.
    private void engine() {
        say("");
        say("| asked for | knows | MASE | R | cover 95 %% | CPU ms a series, with backtest |");
        say("|---|---|---|---|---|---|");
        for (var method : List.of(Method.ENSEMBLE, Method.AUTO)) {
            for (var known : Knowledge.values()) {
                var request = ForecastRequest.of(method, AHEAD, CONFIDENCE);
                var found = measure((values, name, last) -> {
                    var result = (Forecast)
                            engine.forecast(byDay(values, last), last, known(name, last, known), request, Watch.none());
                    return new Projection(result.mean(), result.lower(), result.upper());
                });
                String reference = known == Knowledge.NOTHING ? "0.8143 (mean of four)" : "-";
                say(
                        "| %s | %s | %.4f | %s | %.1f %% | %.1f |",
                        method.word(), known.text, found.mase, reference, 100 * found.coverage, found.milliseconds);
            }
        }
    }

    private enum Knowledge {
        NOTHING("sales only"),
        CLOSURES("closed days"),
        PROMOTIONS("closed days and promotions");

        private final String text;

        Knowledge(String text) {
            this.text = text;
        }
    }

    private KnownDays known(String name, LocalDate last, Knowledge known) {
        var closed = known == Knowledge.NOTHING ? Set.<LocalDate>of() : marked(sales, "closed", last);
        boolean promoted = known == Knowledge.PROMOTIONS && promotions.has(name);
        return new KnownDays(closed, promoted ? marked(promotions, name, last) : Set.of(), promoted);
    }

    private static Set<LocalDate> marked(RetailSeries series, String name, LocalDate last) {
        var first = last.minusDays(DAYS - 1L);
        double[] flags = series.until(name, last.plusDays(AHEAD), DAYS + AHEAD);
        Set<LocalDate> days = new HashSet<>();
        IntStream.range(0, flags.length).filter(t -> flags[t] > 0).forEach(t -> days.add(first.plusDays(t)));
        return days;
    }

    private static Map<LocalDate, Double> byDay(double[] values, LocalDate last) {
        Map<LocalDate, Double> days = new HashMap<>();
        for (int t = 0; t < values.length; t++) {
            days.put(last.minusDays(values.length - 1L - t), values[t]);
        }
        return days;
    }

    private interface Run {
        Projection of(double[] values, String name, LocalDate last);
    }

    private record Found(double mase, double coverage, double milliseconds) {}

    private Found measure(Run run) {
        var threads = ManagementFactory.getThreadMXBean();
        double mase = 0;
        int inside = 0;
        int cases = 0;
        long processor = 0;
        for (String name : sales.names()) {
            for (var last : ORIGINS) {
                double[] values = sales.until(name, last, DAYS);
                double[] actual = sales.until(name, last.plusDays(AHEAD), AHEAD);
                long before = threads.getCurrentThreadCpuTime();
                var projection = run.of(values, name, last).clipped();
                processor += threads.getCurrentThreadCpuTime() - before;
                double scale = IntStream.range(PERIOD, DAYS)
                        .mapToDouble(t -> Math.abs(values[t] - values[t - PERIOD]))
                        .average()
                        .orElseThrow();
                for (int h = 0; h < AHEAD; h++) {
                    mase += Math.abs(actual[h] - projection.mean()[h]) / AHEAD / scale;
                    inside += actual[h] >= projection.lower()[h]
                                    && actual[h] <= projection.upper()[h]
                            ? 1
                            : 0;
                }
                cases++;
            }
        }
        return new Found(mase / cases, inside / (double) (cases * AHEAD), processor / 1e6 / cases);
    }

    /// Products made of the fifteen series by scaling and noise, two years each.
    private void many(int products) {
        say("");
        say("| %,d products, 2 years, 90 days ahead, 2 threads | wall s | processor s | allowed s |", products);
        say("|---|---|---|---|");
        many("auto without arima", products, Set.of(Method.ARIMA), Method.AUTO, 30);
        many("ensemble", products, Set.of(), Method.ENSEMBLE, 300);
        say("");
        say(
                "load average %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private void many(String name, int products, Set<Method> without, Method method, int allowed) {
        var random = new Random(20181202);
        var last = ORIGINS.getLast();
        var request = new ForecastRequest(method, 90, CONFIDENCE, ForecastParameters.none(), without);
        var works = IntStream.range(0, products)
                .mapToObj(k -> {
                    double[] values =
                            sales.until(sales.names().get(k % sales.names().size()), last, DAYS);
                    double times = 0.5 + random.nextDouble();
                    for (int t = 0; t < values.length; t++) {
                        values[t] = Math.max(0, Math.round(values[t] * times * (1 + 0.2 * random.nextGaussian())));
                    }
                    return (ForecastBatch.Work<ForecastResult>)
                            watch -> engine.forecast(byDay(values, last), last, KnownDays.nothing(), request, watch);
                })
                .toList();
        long processor = processorTime();
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(2)) {
            new ForecastBatch(pool).run(works, Watch.none());
        }
        double wall = (System.nanoTime() - start) / 1e9;
        say("| %s | %.1f | %.1f | %d |", name, wall, (processorTime() - processor) / 1e9, allowed);
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
