package org.gemba.inventory.ui.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.AiConfig;
import org.gemba.inventory.InventoryAi;
import org.gemba.platform.error.AppError;
import org.gemba.platform.llm.ChatModel.Message;
import org.gemba.platform.llm.ModelFailed;
import org.jspecify.annotations.Nullable;

/// A conversation about the inventory, and the model that answers.
final class AiViewModel {
    private final Desk desk;
    private final InventoryAi ai;
    private final Jobs jobs;
    private final List<Message> history = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable AiConfig> config = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Said>> talk = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable AppError> refused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    record Said(boolean mine, String text) {}

    AiViewModel(Desk desk, InventoryAi ai) {
        this.desk = desk;
        this.ai = ai;
        this.jobs = desk.background().jobs();
    }

    /// Null for those who may not see it.
    ReadOnlyObjectProperty<@Nullable AiConfig> configProperty() {
        return config.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Said>> talkProperty() {
        return talk.getReadOnlyProperty();
    }

    /// Why the settings were not taken.
    ReadOnlyObjectProperty<@Nullable AppError> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        if (!caller.may(Permission.SETTINGS_WRITE)) return;
        jobs.runLatest("config", progress -> ai.config(caller))
                .onSuccess(config::set)
                .onError(AppError.class, refused::set)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// @param key null leaves the stored one
    void save(AiConfig wanted, @Nullable String key) {
        jobs.run(progress -> ai.configure(desk.caller().get(), wanted, key))
                .onSuccess(stored -> {
                    config.set(stored);
                    problem.set("");
                    said.set(desk.language().now("inventory.ai.saved"));
                })
                .onError(AppError.class, refused::set)
                .start();
    }

    void reset() {
        jobs.run(progress -> ai.reset(desk.caller().get()))
                .onSuccess(config::set)
                .onError(AppError.class, refused::set)
                .start();
    }

    void test() {
        said.set(desk.language().now("inventory.ai.testing"));
        jobs.run(progress -> ai.test(desk.caller().get()))
                .onSuccess(trial -> said.set(words(trial)))
                .onError(AppError.class, refused::set)
                .start();
    }

    private String words(InventoryAi.Trial trial) {
        if (trial.failure() != null) return failure(trial.failure());
        var models = String.join(
                ", ", trial.available().stream().map(offer -> offer.name()).toList());
        return desk.language().now(trial.hasModel() ? "inventory.ai.works" : "inventory.ai.no_model", models);
    }

    private String failure(ModelFailed.Reason reason) {
        return desk.language().now("inventory.model." + reason.name().toLowerCase(Locale.ROOT));
    }

    void ask(String question) {
        problem.set("");
        var before = List.copyOf(history);
        var shown = new ArrayList<>(talk.get());
        shown.add(new Said(true, question));
        talk.set(List.copyOf(shown));
        jobs.runLatest("ask", progress -> ai.ask(desk.caller().get(), question, before))
                .onSuccess(answer -> {
                    history.add(new Message("user", question));
                    history.add(new Message("assistant", answer.response()));
                    shown.add(new Said(false, answer.response()));
                    talk.set(List.copyOf(shown));
                })
                .onError(ModelFailed.class, e -> problem.set(failure(e.reason())))
                .onError(
                        AppError.NotConfigured.class,
                        e -> problem.set(desk.language().now("inventory.ai.off")))
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }
}
