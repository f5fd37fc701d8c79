package org.gemba.planning.forecast.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.gemba.planning.maths.LevenbergMarquardt;
import org.gemba.planning.maths.Normal;

/// Additive Holt-Winters smoothing. Weights that are not given minimise the squared one-step errors from several
/// starts.
/// Where neither trend nor damping is given, the form of the trend (none, damped, straight) and the season are chosen
/// by
/// the corrected Akaike criterion: a slope learned from noise and carried 90 days on does harm.
public final class ExponentialSmoothing implements Forecaster {
    private static final double[][] STARTS = {{0.3, 0.01, 0.1}, {0.1, 0.1, 0.3}, {0.7, 0.05, 0.05}};
    private static final double DAMPING = 0.98;
    private static final double LEAST_DAMPING = 0.8;
    private static final double FAR = 12;
    private static final int ITERATIONS = 40;
    private static final double TOLERANCE = 1e-7;

    private final Smoothing given;
    private final List<Form> forms;

    /// Smoothing with these weights.
    public ExponentialSmoothing(Smoothing given) {
        this(given, forms(given));
    }

    private ExponentialSmoothing(Smoothing given, List<Form> forms) {
        this.given = given;
        this.forms = forms;
    }

    /// Holt-Winters with a straight trend and a season, whatever the criterion says.
    public static ExponentialSmoothing holtWinters(Smoothing given) {
        return new ExponentialSmoothing(given, List.of(new Form(Trend.STRAIGHT, true)));
    }

    private enum Trend {
        NONE,
        DAMPED,
        STRAIGHT
    }

    private record Form(Trend trend, boolean seasonal) {}

    private static List<Form> forms(Smoothing given) {
        List<Trend> trends = given.phi().isPresent() && given.phi().getAsDouble() < 1
                ? List.of(Trend.DAMPED)
                : given.beta().isPresent() || given.phi().isPresent()
                        ? List.of(Trend.STRAIGHT)
                        : List.of(Trend.NONE, Trend.DAMPED, Trend.STRAIGHT);
        var forms = new ArrayList<Form>();
        for (var trend : trends) {
            forms.add(new Form(trend, true));
            if (given.gamma().isEmpty()) {
                forms.add(new Form(trend, false));
            }
        }
        return List.copyOf(forms);
    }

    @Override
    public Fitted fit(Training training) {
        var fitted = new ArrayList<Smoothed>();
        for (var form : forms) {
            boolean enough = training.period() > 1 && training.size() >= 2 * training.period() + 1;
            if (!form.seasonal() || enough) {
                fitted.add(fit(form.seasonal() ? training : training.unseasonal(), form));
            }
        }
        if (fitted.isEmpty()) {
            return fit(training.unseasonal(), new Form(Trend.NONE, false));
        }
        return fitted.stream()
                .min(Comparator.comparingDouble(Smoothed::criterion))
                .orElseThrow();
    }

    private Smoothed fit(Training training, Form form) {
        return new Search(training, form).best();
    }

    private final class Search {
        private final Training training;
        private final Form form;
        private final HoltWinters.Start start;
        private final int cases;

        Search(Training training, Form form) {
            this.training = training;
            this.form = form;
            start = HoltWinters.Start.of(training.values(), training.period());
            cases = Math.max(1, training.size() - training.period());
        }

        Smoothed best() {
            double[] best = {};
            double least = Double.POSITIVE_INFINITY;
            int free = weights(new double[3]).free();
            for (double[] from : free == 0 ? new double[][] {{0, 0, 0}} : STARTS) {
                var found = new LevenbergMarquardt(this::errors, cases, FAR, ITERATIONS, TOLERANCE).from(logits(from));
                if (found.sum() < least || best.length == 0) {
                    least = found.sum();
                    best = found.parameters();
                }
            }
            var model = weights(padded(best)).model();
            double[] errors = new double[cases];
            double[] state = model.run(training.values(), training.period(), start, errors);
            return new Smoothed(training, model, state, errors, free, ExponentialSmoothing.this, form);
        }

        private boolean errors(double[] free, double[] out) {
            weights(padded(free)).model().run(training.values(), training.period(), start, out);
            return true;
        }

        private double[] padded(double[] free) {
            double[] all = new double[3];
            System.arraycopy(free, 0, all, 0, free.length);
            return all;
        }

        private double[] logits(double[] from) {
            int free = weights(new double[3]).free();
            double[] result = new double[free];
            int next = 0;
            boolean[] wanted = {
                given.alpha().isEmpty(),
                form.trend() != Trend.NONE && given.beta().isEmpty(),
                form.seasonal() && given.gamma().isEmpty()
            };
            for (int k = 0; k < wanted.length; k++) {
                if (wanted[k]) {
                    result[next++] = Math.log(from[k] / (1 - from[k]));
                }
            }
            return result;
        }

        /// Reads the free weights in the order alpha, beta, gamma.
        private Weights weights(double[] free) {
            int next = 0;
            double alpha = given.alpha().isPresent() ? given.alpha().getAsDouble() : logistic(free[next++]);
            double beta = 0;
            if (form.trend() != Trend.NONE) {
                beta = given.beta().isPresent() ? given.beta().getAsDouble() : logistic(free[next++]);
            }
            double gamma = Double.NaN;
            if (form.seasonal()) {
                gamma = given.gamma().isPresent() ? given.gamma().getAsDouble() : logistic(free[next++]);
            }
            return new Weights(new HoltWinters(alpha, beta, gamma, phi(given.phi())), next);
        }

        private double phi(OptionalDouble wanted) {
            return switch (form.trend()) {
                case NONE -> 0;
                case DAMPED -> Math.clamp(wanted.orElse(DAMPING), LEAST_DAMPING, DAMPING);
                case STRAIGHT -> 1;
            };
        }
    }

    private record Weights(HoltWinters model, int free) {}

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// The fitted smoothing.
    @SuppressWarnings("ArrayRecordComponent")
    record Smoothed(
            Training training,
            HoltWinters model,
            double[] state,
            double[] errors,
            int free,
            ExponentialSmoothing method,
            Form form)
            implements Fitted {
        double squares() {
            double sum = 0;
            for (double error : errors) {
                sum += error * error;
            }
            return sum;
        }

        /// The corrected Akaike criterion, by the mean square as forms with a season have fewer errors.
        double criterion() {
            int k = free + 2 + (form.trend() == Trend.NONE ? 1 : 2) + (form.seasonal() ? training.period() - 1 : 0);
            int n = errors.length;
            double mean = squares() / n;
            double fit = training.size() * Math.log(Math.max(mean, Double.MIN_NORMAL));
            return fit + 2.0 * k * n / Math.max(1, n - k - 1);
        }

        @Override
        public Projection project(Future future, double confidence) {
            int period = training.period();
            double mean = 0;
            for (double error : errors) {
                mean += error / errors.length;
            }
            double variance = (squares() - errors.length * mean * mean) / Math.max(1, errors.length - 1);
            double z = Normal.twoSided(confidence);
            double[] path = new double[future.horizon()];
            double[] width = new double[future.horizon()];
            double sum = 1;
            for (int h = 1; h <= path.length; h++) {
                path[h - 1] = model.ahead(state, period, h);
                width[h - 1] = z * Math.sqrt(variance * sum);
                sum += Math.pow(model.psi(h, period), 2);
            }
            return Projection.symmetric(path, width);
        }

        @Override
        public double slope() {
            return state[1];
        }

        @Override
        public Forecaster structure() {
            return new ExponentialSmoothing(method.given, List.of(form));
        }

        @Override
        public String description() {
            String trend = switch (form.trend()) {
                case NONE -> "N";
                case DAMPED -> "Ad";
                case STRAIGHT -> "A";
            };
            return "ETS(A,%s,%s)".formatted(trend, form.seasonal() ? "A" : "N");
        }
    }
}
