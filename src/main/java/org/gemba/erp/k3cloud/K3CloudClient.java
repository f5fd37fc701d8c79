package org.gemba.erp.k3cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gemba.erp.ErpSettings;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Asks one K3Cloud. Safe for many threads; all share one session.
public final class K3CloudClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUERY = "DynamicFormService.ExecuteBillQuery";
    private static final int TRIES = 3;
    private static final long MOST_ANSWER_BYTES = 64L * 1024 * 1024;
    /// More pages than this are no answer but a loop.
    private static final int MOST_PAGES = 2_000;

    private final Session session;
    private final Wire wire;
    private final int pageSize;
    private final Duration firstWait;

    private record Question(
            String FormId,
            String FieldKeys,
            String FilterString,
            String OrderString,
            int TopRowCount,
            int StartRow,
            int Limit) {}

    private record Envelope(Question data) {}

    /// @param settings complete ones, see {@link ErpSettings#missing}
    public K3CloudClient(Outbound outbound, ErpSettings settings) {
        this(outbound, settings, 2_000, Duration.ofSeconds(1));
    }

    K3CloudClient(Outbound outbound, ErpSettings settings, int pageSize, Duration firstWait) {
        var server = settings.server();
        if (server == null) throw new IllegalArgumentException("no server");
        var target = Target.of("erp", settings.connectTimeout(), settings.requestTimeout())
                .withMaxAnswer(MOST_ANSWER_BYTES);
        this.wire = new Wire(outbound.client(target), server);
        this.session = new Session(wire, settings);
        this.pageSize = pageSize;
        this.firstWait = firstWait;
    }

    /// Logs in anew, to see whether the settings are right.
    ///
    /// @throws AppError.UpstreamUnavailable when it does not work, with the reason
    public void logIn() {
        guarded("login", () -> session.renew(session.id()));
    }

    /// All rows of a query, page after page, each turned into a record.
    ///
    /// @throws AppError.UpstreamUnavailable when any page fails: half an answer is none
    <T> List<T> all(Query query, Function<Row, T> reader) {
        return guarded(query.form(), () -> {
            var found = new ArrayList<T>();
            var firstRows = new HashSet<List<@Nullable String>>();
            for (int page = 0; page < MOST_PAGES; page++) {
                var rows = page(query, page * pageSize);
                if (!rows.isEmpty() && !firstRows.add(List.of(key(rows.getFirst())))) {
                    throw new BadAnswer("sent one page twice");
                }
                for (var row : rows) found.add(reader.apply(row));
                if (rows.size() < pageSize) return found;
            }
            throw new BadAnswer("sent pages without end");
        });
    }

    private static String key(Row row) {
        return String.join(
                "\u0001",
                java.util.Arrays.stream(row.cells()).map(String::valueOf).toList());
    }

    private List<Row> page(Query query, int start) {
        var question = new Question(
                query.form(), String.join(",", query.fields()), query.filter(), query.order(), 0, start, pageSize);
        var body = JSON.writeValueAsString(new Envelope(question));
        for (int attempt = 1; ; attempt++) {
            var id = session.id();
            try {
                return Reply.rows(wire.post(QUERY, body, id), query.fields().size());
            } catch (ErpRefusal e) {
                if (!e.isPassing() || attempt == TRIES) throw e;
                pause(attempt);
                session.renew(id);
            }
        }
    }

    private void pause(int attempt) {
        try {
            var wait = firstWait.multipliedBy(1L << (attempt - 1));
            if (new CountDownLatch(1).await(wait.toMillis(), TimeUnit.MILLISECONDS)) throw new AssertionError();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Wire.unavailable("The question to the ERP was given up", e);
        }
    }

    private interface Asking<T> {
        T ask();
    }

    private static <T> T guarded(String what, Asking<T> asking) {
        try {
            return asking.ask();
        } catch (ErpRefusal e) {
            throw Wire.unavailable("The ERP refuses " + what + ": " + e.getMessage(), e);
        } catch (LoginRefused e) {
            throw Wire.unavailable("The ERP refuses the login: " + e.getMessage(), e);
        } catch (BadAnswer e) {
            throw Wire.unavailable("The ERP " + e.getMessage() + " (" + what + ")", e);
        }
    }
}
