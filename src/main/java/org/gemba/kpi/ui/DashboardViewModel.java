package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.fx.tile.KpiFigure;
import org.gemba.kpi.Aggregation;
import org.gemba.kpi.KpiBoard;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiService;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// All figures of one client and their course.
final class DashboardViewModel {
    private final Desk desk;
    private final KpiService figures;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    final ScopeModel scope;

    /// @param courses the values of the days, oldest first
    record Shown(KpiBoard board, Map<KpiName, List<BigDecimal>> courses) {}

    DashboardViewModel(Desk desk, KpiService figures) {
        this.desk = desk;
        this.figures = figures;
        this.jobs = desk.background().jobs();
        this.scope = new ScopeModel(desk, figures, Map.of());
        scope.clientProperty().addListener((property, old, now) -> load());
        scope.daysProperty().addListener((property, old, now) -> load());
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
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
        jobs.runLatest("board", progress -> read(client.clientId(), days))
                .onSuccess(shown::set)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private Shown read(String clientId, int days) {
        var caller = desk.caller().get();
        var asked = scope.scope(clientId, days);
        var aggregation = days > 100 ? Aggregation.WEEKLY : Aggregation.DAILY;
        var courses = new EnumMap<KpiName, List<BigDecimal>>(KpiName.class);
        for (var kpi : KpiName.values()) {
            courses.put(
                    kpi,
                    figures.series(caller, asked, kpi, aggregation).points().stream()
                            .flatMap(point -> point.value().shown().stream())
                            .toList());
        }
        return new Shown(figures.board(caller, asked), courses);
    }

    /// What the tile of a figure says.
    KpiFigure figure(KpiName kpi) {
        var now = shown.get();
        if (now == null) return KpiFigure.unknown(null, "");
        var value = now.board().value(kpi);
        var course = now.courses().getOrDefault(kpi, List.of());
        return new KpiFigure(
                value.shown().orElse(null),
                value.target(),
                course,
                value.isInferred(),
                FigureTexts.remark(desk.language(), value));
    }

    void open(KpiName kpi) {
        var client = scope.clientProperty().get();
        if (client == null) return;
        desk.navigator()
                .open(
                        FigureScreens.FIGURE,
                        Map.of(
                                "kpi",
                                kpi.code(),
                                "client",
                                client.clientId(),
                                "days",
                                scope.daysProperty().get().toString()));
    }

    void onHide() {
        jobs.cancelAll();
        scope.onHide();
    }
}
