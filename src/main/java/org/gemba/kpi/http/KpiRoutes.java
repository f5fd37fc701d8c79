package org.gemba.kpi.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.Aggregation;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiScope;
import org.gemba.kpi.KpiSeries;
import org.gemba.kpi.KpiService;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// The calculated figures, and what they lack.
public final class KpiRoutes {
    private final KpiService figures;
    private final DataQualityService quality;

    private KpiRoutes(KpiService figures, DataQualityService quality) {
        this.figures = figures;
        this.quality = quality;
    }

    public static List<Route> of(KpiService figures, DataQualityService quality) {
        var routes = new KpiRoutes(figures, quality);
        return List.of(
                routes.series("efficiency", "Labour hours earned over labour hours available")
                        .answers(SeriesAnswer.Efficiency.class)
                        .handle(call -> SeriesAnswer.efficiency(routes.trend(call, KpiName.EFFICIENCY))),
                routes.series("performance", "Labour hours earned over line hours run, not capped")
                        .answers(SeriesAnswer.Performance.class)
                        .handle(call -> SeriesAnswer.performance(routes.trend(call, KpiName.PERFORMANCE))),
                routes.ranged("all", "All KPIs of a range of days")
                        .answers(BoardAnswer.class)
                        .handle(call -> BoardAnswer.of(figures.board(call.caller(), routes.scope(call, false)))),
                Route.post(ApiFamily.KPI, "/api/v1/inference/analyze", "What is missing, and what is put in for it")
                        .needs(Permission.KPI_CONFIGURE)
                        .takes(AnalyzeRequest.class)
                        .answers(AnalyzeAnswer.class)
                        .handle(routes::analyze));
    }

    private Route.Builder ranged(String name, String summary) {
        return Route.get(ApiFamily.KPI, "/api/v1/kpi/" + name, summary)
                .needs(Permission.KPI_READ)
                .query("client_id", "string", "the caller's own when left out; all of them for who may see all")
                .query("date_from", "string", "YYYY-MM-DD, default 30 days up to date_to")
                .query("date_to", "string", "YYYY-MM-DD, inclusive, default today in the client's zone");
    }

    private Route.Builder series(String name, String summary) {
        return ranged(name, summary)
                .query("work_order_id", "string", "only this work order")
                .query("aggregation", "string", "daily (default), weekly (Monday to Sunday), monthly or total");
    }

    private KpiSeries trend(Call call, KpiName kpi) {
        var aggregation = DayParameters.oneOf(call, "aggregation", Aggregation.DAILY.id(), Aggregation.ids());
        var scope = scope(call, true);
        return figures.series(
                call.caller(), scope, kpi, Aggregation.of(aggregation).orElseThrow());
    }

    private KpiScope scope(Call call, boolean hasOrder) {
        var from = DayParameters.day(call, "date_from");
        var to = DayParameters.day(call, "date_to");
        call.checked();
        var order = hasOrder ? call.query("work_order_id").orElse(null) : null;
        return figures.scope(call.caller(), call.query("client_id").orElse(null), from, to, order);
    }

    private Object analyze(Call call) {
        var request = call.body(AnalyzeRequest.class);
        var scope = figures.scope(call.caller(), request.clientId(), request.dateFrom(), request.dateTo(), null);
        return AnalyzeAnswer.of(scope, quality.gaps(call.caller(), scope, request.fieldsToCheck()));
    }
}
