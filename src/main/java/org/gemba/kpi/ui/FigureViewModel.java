package org.gemba.kpi.ui;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.Aggregation;
import org.gemba.kpi.DrillService;
import org.gemba.kpi.KpiDrill;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiSeries;
import org.gemba.kpi.KpiService;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// One figure: its course by day, week or month, its formula with what goes into it, and its rows.
final class FigureViewModel {
    private final Desk desk;
    private final KpiService figures;
    private final DrillService drills;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Aggregation> aggregation = new SimpleObjectProperty<>(Aggregation.DAILY);
    final KpiName kpi;
    final ScopeModel scope;

    record Shown(KpiDrill drill, KpiSeries series) {}

    FigureViewModel(Desk desk, KpiService figures, DrillService drills, Map<String, String> arguments) {
        this.desk = desk;
        this.figures = figures;
        this.drills = drills;
        this.jobs = desk.background().jobs();
        this.kpi = KpiName.of(arguments.getOrDefault("kpi", "")).orElse(KpiName.EFFICIENCY);
        this.scope = new ScopeModel(desk, figures, arguments);
        scope.clientProperty().addListener((property, old, now) -> load());
        scope.daysProperty().addListener((property, old, now) -> load());
        aggregation.addListener((property, old, now) -> load());
    }

    ObjectProperty<Aggregation> aggregationProperty() {
        return aggregation;
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
        var step = aggregation.get();
        problem.set("");
        jobs.runLatest("figure", progress -> {
                    var caller = desk.caller().get();
                    var asked = scope.scope(client.clientId(), days);
                    return new Shown(drills.drill(caller, asked, kpi), figures.series(caller, asked, kpi, step));
                })
                .onSuccess(shown::set)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    void onHide() {
        jobs.cancelAll();
        scope.onHide();
    }
}
