package org.gemba.erp.k3cloud;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.gemba.erp.ErpForm;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.k3cloud.ErpFailure.Kind;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.CircuitBreaker;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.gemba.platform.http.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one ERP. Calls may come from any thread; a few at a time go out. Every failure is an
/// {@link AppError.UpstreamUnavailable} with a sentence for people.
public final class K3CloudClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(K3CloudClient.class);
    private static final int AT_ONCE = 10;
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int FAILURES = 5;
    private static final Duration SHORTEST_BREAK = Duration.ofSeconds(5);
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(30);
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
    private static final int MOST_PAGES = 5000;

    private final Wire wire;
    private final Session session;
    private final FormCatalogue catalogue;
    private final ErpSettings settings;
    private final Listener listener;
    private final AnswerReader reader = new AnswerReader();
    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final CircuitBreaker breaker;
    private final Duration firstPause;
    private volatile String lastOutage = "The ERP does not answer.";
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<ErpForm, Set<String>> lacking = new ConcurrentHashMap<>();

    /// Hears how the ERP behaves.
    public interface Listener {
        void answered(Duration time);

        void failed(boolean isRefusedLogin, String words);

        void lacks(String form, String key);
    }

    /// @param firstPause before the second try; doubles before the third
    private K3CloudClient(
            OkHttpClient http,
            ErpSettings settings,
            FormCatalogue catalogue,
            Clock clock,
            Listener listener,
            Duration firstPause) {
        this.firstPause = firstPause;
        this.wire = new Wire(http, settings);
        this.session = new Session(wire, settings, clock);
        this.catalogue = catalogue;
        this.settings = settings;
        this.listener = listener;
        this.breaker = new CircuitBreaker(FAILURES, SHORTEST_BREAK, LONGEST_BREAK, clock);
    }

    /// A client with the time-outs of the settings; repetitions are its own business.
    public static K3CloudClient over(
            Outbound outbound, ErpSettings settings, FormCatalogue catalogue, Clock clock, Listener listener) {
        return over(outbound, settings, catalogue, clock, listener, FIRST_PAUSE);
    }

    static K3CloudClient over(
            Outbound outbound,
            ErpSettings settings,
            FormCatalogue catalogue,
            Clock clock,
            Listener listener,
            Duration firstPause) {
        var target = new Target(
                "erp",
                settings.connectTimeout(),
                settings.requestTimeout(),
                settings.requestTimeout().plus(settings.connectTimeout()),
                Retry.NONE,
                LARGEST_ANSWER);
        return new K3CloudClient(outbound.client(target), settings, catalogue, clock, listener, firstPause);
    }

    ErpSettings settings() {
        return settings;
    }

    /// The form with the fields that this tenant has.
    FormSpec form(ErpForm form) {
        return catalogue.form(form).without(lacking.getOrDefault(form, Set.of()));
    }

    /// Logs in and asks for one row, to see that both work; also while others are not let through.
    public void test() {
        asked(() -> {
            var spec = form(ErpForm.PRODUCTION_ORDER).only("bill", "mto");
            return page(spec, "", "FBillNo", 0, 1);
        });
    }

    /// All rows that the filter and the form's own filter let through, in the order of the entry id.
    ///
    /// @throws AppError.UpstreamUnavailable when the ERP cannot be asked, or answers anything but rows
    List<K3Row> query(FormSpec asked, String filter) {
        return guarded(() -> {
            try {
                return pages(asked, filter);
            } catch (ErpFailure e) {
                if (e.kind() == Kind.NO_FORM && asked.isOptional()) return List.of();
                throw e;
            }
        });
    }

    /// Whether the form, with its own filter, has any row at all.
    boolean hasRows(ErpForm form) {
        return guarded(() -> {
            var spec = form(form);
            return !page(spec.only("bill", "mto", "code"), spec.filter(), "", 0, 1)
                    .isEmpty();
        });
    }

    private <T> T guarded(java.util.function.Supplier<T> work) {
        breaker.refusal().ifPresent(wait -> {
            throw new AppError.UpstreamUnavailable(
                    "erp", lastOutage + " It is asked again in " + seconds(wait) + " s.", null);
        });
        return asked(work);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }

    private <T> T asked(java.util.function.Supplier<T> work) {
        Runnable outcome = breaker::unclear;
        try {
            var result = work.get();
            outcome = breaker::succeeded;
            return result;
        } catch (ErpFailure e) {
            if (e.kind().isDown()) {
                lastOutage = e.words();
                // Where nobody listens one is told so at once, and nobody has to be kept from waiting.
                if (!isRefusedConnection(e)) outcome = breaker::failed;
            } else {
                outcome = breaker::succeeded;
            }
            if (isOutage(e.kind())) listener.failed(e.kind() == Kind.LOGIN_REFUSED, e.words());
            throw e.told();
        } finally {
            outcome.run();
        }
    }

    /// An ERP that says in good order that it has no such field is there.
    private static boolean isOutage(Kind kind) {
        return switch (kind) {
            case NO_FORM, NO_FIELD, REFUSED -> false;
            default -> true;
        };
    }

    private List<K3Row> pages(FormSpec asked, String filter) {
        var spec = asked.without(lacking.getOrDefault(asked.form(), Set.of()));
        while (true) {
            try {
                return K3Row.all(spec, allPages(spec, Filters.both(filter, spec.filter())));
            } catch (ErpFailure e) {
                if (e.kind() != Kind.NO_FIELD) throw e;
                spec = withoutNamed(spec, e);
            }
        }
    }

    /// One missing key fails the whole query. An optional one is left out from now on; any other is an error.
    private FormSpec withoutNamed(FormSpec spec, ErpFailure failure) {
        var key = spec.fields().stream()
                .filter(field -> field.isOptional() && names(failure.words(), field.key()))
                .map(FormSpec.Field::key)
                .findFirst()
                .orElseThrow(() -> failure);
        if (lacking.computeIfAbsent(spec.form(), form -> ConcurrentHashMap.newKeySet())
                .add(key)) {
            LOG.warn("the ERP's form {} has no field {}; it is left out", spec.id(), key);
            listener.lacks(spec.id(), key);
        }
        return spec.without(Set.of(key));
    }

    private static boolean names(String message, String key) {
        var own = java.util.regex.Pattern.compile(
                "(?<![A-Za-z0-9_.])" + java.util.regex.Pattern.quote(key) + "(?![A-Za-z0-9_.])");
        return own.matcher(message).find();
    }

    private List<@Nullable Object[]> allPages(FormSpec spec, String filter) {
        var all = new ArrayList<@Nullable Object[]>();
        var order = order(spec);
        var seen = new HashSet<Object>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var rows = page(spec, filter, order, all.size(), settings.pageRows());
            refuseOverlap(spec, rows, seen);
            all.addAll(rows);
            if (rows.size() < settings.pageRows()) return all;
        }
        throw AnswerReader.garbled(spec.id(), "the pages do not end", null);
    }

    private static String order(FormSpec spec) {
        for (var name : List.of("entryId", "bill", "code")) if (spec.has(name)) return spec.key(name);
        return "";
    }

    /// A line that comes a second time means that the pages do not fit together, and that others are missing.
    private static void refuseOverlap(FormSpec spec, List<@Nullable Object[]> rows, Set<Object> seen) {
        int place = -1;
        for (int i = 0; i < spec.fields().size(); i++) {
            if (spec.fields().get(i).name().equals("entryId")) place = i;
        }
        if (place < 0) return;
        for (var row : rows) {
            var id = row[place];
            if (id != null && !id.equals(java.math.BigDecimal.ZERO) && !seen.add(id)) {
                throw AnswerReader.garbled(spec.id(), "line " + id + " came twice, so pages overlap", null);
            }
        }
    }

    private List<@Nullable Object[]> page(FormSpec spec, String filter, String order, int start, int limit) {
        var data = new LinkedHashMap<String, Object>();
        data.put("FormId", spec.id());
        data.put("FieldKeys", spec.fields().stream().map(FormSpec.Field::key).collect(Collectors.joining(",")));
        data.put("FilterString", filter);
        data.put("OrderString", order);
        data.put("TopRowCount", 0);
        data.put("StartRow", start);
        data.put("Limit", limit);
        var body = Map.of("data", data);
        return retried(id -> reader.rows(
                wire.post("DynamicFormService.ExecuteBillQuery", body, id),
                spec.id(),
                spec.fields().size()));
    }

    private <T> T retried(java.util.function.Function<String, T> call) {
        var lost = "";
        for (int attempt = 1; ; attempt++) {
            var id = "";
            try {
                id = session.id(lost);
                return timed(id, call);
            } catch (ErpFailure e) {
                if (attempt == TRIES || !e.kind().isWorthAnotherTry() || isRefusedConnection(e)) throw e;
                if (e.kind() == Kind.SESSION_LOST) lost = id;
                pause(attempt, e);
            }
        }
    }

    /// Nobody listens there; asking again in a second changes nothing.
    private static boolean isRefusedConnection(ErpFailure failure) {
        return failure.getCause() instanceof java.net.ConnectException
                || failure.getCause() instanceof java.net.UnknownHostException;
    }

    private <T> T timed(String id, java.util.function.Function<String, T> call) {
        permits.acquireUninterruptibly();
        long begin = System.nanoTime();
        try {
            var result = call.apply(id);
            listener.answered(Duration.ofNanos(System.nanoTime() - begin));
            return result;
        } finally {
            permits.release();
        }
    }

    private void pause(int attempt, ErpFailure failure) {
        try {
            if (closed.await(firstPause.toMillis() << (attempt - 1), TimeUnit.MILLISECONDS)) throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /// Ends waits between tries.
    @Override
    public void close() {
        closed.countDown();
    }
}
