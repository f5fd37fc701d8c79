package org.gemba.kpi.ui;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.Client;
import org.gemba.kpi.KpiScope;
import org.gemba.kpi.KpiService;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Whose figures a screen shows and of how many days up to today. What was chosen last is found again.
final class ScopeModel {
    static final List<Integer> SPANS = List.of(1, 7, 30, 90, 365);
    private static final String CLIENT = "kpi.client";
    private static final String SPAN = "kpi.span";

    private final Desk desk;
    private final KpiService figures;
    private final Jobs jobs;
    private final ObservableList<Client> clients = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Client> client = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> days;
    private final String wanted;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    ScopeModel(Desk desk, KpiService figures, Map<String, String> arguments) {
        this.desk = desk;
        this.figures = figures;
        this.jobs = desk.background().jobs();
        var span = arguments.getOrDefault("days", desk.memory().get(SPAN).orElse("30"));
        this.days = new SimpleObjectProperty<>(span.matches("[0-9]{1,3}") ? Integer.parseInt(span) : 30);
        this.wanted = arguments.getOrDefault("client", desk.memory().get(CLIENT).orElse(""));
        client.addListener((property, old, now) -> {
            if (now != null) desk.memory().put(CLIENT, now.clientId());
        });
        days.addListener((property, old, now) -> desk.memory().put(SPAN, now.toString()));
    }

    ObservableList<Client> clients() {
        return clients;
    }

    ObjectProperty<@Nullable Client> clientProperty() {
        return client;
    }

    ObjectProperty<Integer> daysProperty() {
        return days;
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads the clients of whoever is logged in, then goes on.
    void load(Runnable then) {
        var caller = desk.caller().get();
        jobs.runLatest("clients", progress -> figures.clients(caller))
                .onSuccess(found -> {
                    if (!found.equals(clients)) take(found);
                    then.run();
                })
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private void take(List<Client> found) {
        var chosen = client.get() == null ? wanted : client.get().clientId();
        clients.setAll(found);
        client.set(found.stream()
                .filter(each -> each.clientId().equals(chosen))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst()));
    }

    /// Called off the FX thread with what was chosen on it.
    KpiScope scope(String clientId, int span) {
        var caller = desk.caller().get();
        var today = figures.today(List.of(clientId));
        return figures.scope(caller, clientId, today.minusDays(span - 1L), today, null);
    }

    void onHide() {
        jobs.cancelAll();
    }
}
