package org.gemba.kpi.ui;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientService;
import org.jspecify.annotations.Nullable;

/// Which client a screen is about; the same on every screen of the user, because it is remembered.
final class Clients {
    private static final String MEMORY = "kpi.client";

    private final Desk desk;
    private final ClientService service;
    private final Jobs jobs;
    private final ObservableList<Client> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Client> chosen = new SimpleObjectProperty<>();

    Clients(Desk desk, ClientService service, Jobs jobs) {
        this.desk = desk;
        this.service = service;
        this.jobs = jobs;
        chosen.addListener((property, old, now) -> {
            if (now != null) desk.memory().put(MEMORY, now.clientId());
        });
    }

    ObservableList<Client> all() {
        return all;
    }

    ObjectProperty<@Nullable Client> chosenProperty() {
        return chosen;
    }

    /// Reads the clients, keeps or finds the chosen one, and goes on.
    void load(Runnable next) {
        var caller = desk.caller().get();
        jobs.runLatest("clients", progress -> service.list(caller))
                .onSuccess(found -> {
                    choose(found);
                    next.run();
                })
                .start();
    }

    private void choose(List<Client> found) {
        var before = chosen.get();
        var wanted =
                before != null ? before.clientId() : desk.memory().get(MEMORY).orElse("");
        all.setAll(found);
        var same = found.stream()
                .filter(client -> client.clientId().equals(wanted))
                .findFirst();
        chosen.set(same.orElse(found.isEmpty() ? null : found.getFirst()));
    }
}
