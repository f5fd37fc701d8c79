package org.gemba.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.EntryRows;
import org.gemba.kpi.data.KpiClients;
import org.gemba.kpi.data.ShopRows;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Gathers what reports say. Their figures are those of {@link KpiService}.
public final class ReportService {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_DAYS = 366;

    private final KpiService figures;
    private final DataQualityService quality;
    private final KpiClients clients;
    private final EntryRows entries;
    private final ShopRows shop;
    private final Clock clock;

    public ReportService(Database database, KpiService figures, DataQualityService quality, Clock clock) {
        this.figures = figures;
        this.quality = quality;
        this.clients = new KpiClients(database);
        this.entries = new EntryRows(database);
        this.shop = new ShopRows(database);
        this.clock = clock;
    }

    /// The daily production report. Who may take reports out or schedule them may look at them.
    ///
    /// @param date null for today in the client's zone
    /// @throws AppError.Forbidden without the right, and for a client that is not the caller's
    public DailyReport daily(Caller caller, String clientId, @Nullable LocalDate date) {
        if (!caller.may(Permission.REPORTS_SCHEDULE)) caller.require(Permission.REPORTS_EXPORT);
        var client = client(caller, clientId);
        var day = date != null ? date : figures.today(List.of(clientId));
        var week = scope(clientId, day.minusDays(DailyReport.WEEK_DAYS - 1L), day);
        var trend = scope(clientId, day.minusDays(DailyReport.TREND_DAYS - 1L), day);
        return new DailyReport(
                client,
                day,
                figures.board(caller, scope(clientId, day, day)),
                figures.board(caller, week),
                figures.series(caller, trend, KpiName.EFFICIENCY, Aggregation.DAILY),
                stops(clientId, week.from(), day),
                entries.list(clientId, day, day, null, MOST_ROWS),
                quality.report(caller, scope(clientId, day, day)),
                clock.instant());
    }

    /// The rows of a workbook.
    ///
    /// @throws AppError.InvalidInput for a range of more than a year
    public WorkbookSource workbook(Caller caller, KpiScope scope) {
        figures.check(caller, scope, Permission.REPORTS_EXPORT);
        KpiScope.check(scope.from(), scope.to(), MOST_DAYS);
        return new ScopedRows(caller, scope, figures, entries, shop);
    }

    private Client client(Caller caller, String clientId) {
        if (!caller.mayUseClient(clientId)) throw new AppError.Forbidden("This client is not yours to see");
        return clients.find(clientId).orElseThrow(() -> new AppError.NotFound("Client", clientId));
    }

    private static KpiScope scope(String clientId, LocalDate from, LocalDate to) {
        return new KpiScope(List.of(clientId), from, to, null);
    }

    private List<DailyReport.Stops> stops(String clientId, LocalDate from, LocalDate to) {
        var minutes = new EnumMap<DowntimeReason, Long>(DowntimeReason.class);
        shop.stops(clientId, from, to, MOST_ROWS)
                .forEach(stop -> minutes.merge(stop.reason(), (long) stop.minutes(), Long::sum));
        return minutes.entrySet().stream()
                .map(each -> new DailyReport.Stops(each.getKey(), each.getValue()))
                .sorted((one, two) -> Long.compare(two.minutes(), one.minutes()))
                .toList();
    }
}
