package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.DataQuality;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.KpiService;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// What the rows of a client lack and what was put in for it.
final class QualityViewModel {
    private final Desk desk;
    private final DataQualityService quality;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable DataQuality> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    final ScopeModel scope;

    /// One line of the page.
    ///
    /// @param kind the end of its text key
    /// @param instead what was put in; empty for nothing
    record Gap(String kind, long missing, long total, String instead, BigDecimal confidence, String where) {}

    QualityViewModel(Desk desk, KpiService figures, DataQualityService quality) {
        this.desk = desk;
        this.quality = quality;
        this.jobs = desk.background().jobs();
        this.scope = new ScopeModel(desk, figures, Map.of());
        scope.clientProperty().addListener((property, old, now) -> load());
        scope.daysProperty().addListener((property, old, now) -> load());
    }

    ReadOnlyObjectProperty<@Nullable DataQuality> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var client = scope.clientProperty().get();
        if (client == null) return;
        int days = scope.daysProperty().get();
        problem.set("");
        jobs.runLatest("quality", progress -> quality.report(desk.caller().get(), scope.scope(client.clientId(), days)))
                .onSuccess(found::set)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    /// Everything that is missing at least once.
    List<Gap> gaps() {
        var now = found.get();
        if (now == null) return List.of();
        var one = BigDecimal.ONE;
        var gaps = new ArrayList<Gap>();
        for (var gap : now.gaps()) {
            var where = String.join(", ", gap.places().keySet());
            gaps.add(new Gap(gap.field(), gap.missing(), gap.total(), gap.strategy(), gap.confidence(), where));
        }
        long days =
                Math.max(now.withoutAttendance().size(), now.withoutInspection().size());
        gaps.add(new Gap("attendance", now.withoutAttendance().size(), days, "", one, days(now.withoutAttendance())));
        gaps.add(new Gap("inspection", now.withoutInspection().size(), days, "", one, days(now.withoutInspection())));
        gaps.add(new Gap("unverified", now.unverified(), now.entries(), "", one, ""));
        gaps.add(new Gap("above", now.above(), now.entries(), "", one, ""));
        return gaps.stream().filter(gap -> gap.missing() > 0).toList();
    }

    private static String days(List<LocalDate> days) {
        var some = days.stream().limit(5).map(LocalDate::toString).toList();
        return String.join(", ", some) + (days.size() > some.size() ? " …" : "");
    }

    void onHide() {
        jobs.cancelAll();
        scope.onHide();
    }
}
