package org.gemba.mto.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.mto.MtoService;
import org.gemba.platform.error.AppError;

/// Looking up an order: what is typed or scanned, what it may mean, what was looked up last.
final class LookupViewModel {
    private static final String MEMORY = "mto.recent";
    private static final int RECENT = 10;
    private static final int SUGGESTED = 12;
    private static final int SHORTEST = 2;
    private static final Duration PAUSE = Duration.ofMillis(120);

    /// An order that fits what was typed, with what it makes.
    record Suggestion(String mtoNumber, String material) {}

    private final Desk desk;
    private final MtoService service;
    private final Jobs jobs;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
    private final ObservableList<String> recent = FXCollections.observableArrayList();

    LookupViewModel(Desk desk, MtoService service) {
        this.desk = desk;
        this.service = service;
        this.jobs = desk.background().jobs();
        typed.addListener((property, old, now) -> suggest(now.strip()));
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// What is wrong with what was typed, in words; empty when nothing is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<Suggestion> suggestions() {
        return suggestions;
    }

    ObservableList<String> recent() {
        return recent;
    }

    void onShow() {
        recent.setAll(desk.memory()
                .get(MEMORY)
                .map(text -> Arrays.stream(text.split("\n"))
                        .filter(line -> !line.isBlank())
                        .toList())
                .orElse(List.of()));
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// Opens the order that was typed or scanned. A wedge sends Enter after the number, so this is all a scan needs.
    void lookUp() {
        MtoNumber.read(typed.get())
                .ifPresentOrElse(
                        this::open,
                        () -> problem.set(desk.language()
                                .now(
                                        typed.get().isBlank() ? "mto.lookup.nothing" : "mto.lookup.wrong",
                                        typed.get().strip())));
    }

    void open(String mtoNumber) {
        var numbers = new ArrayList<>(recent);
        numbers.remove(mtoNumber);
        numbers.addFirst(mtoNumber);
        recent.setAll(numbers.subList(0, Math.min(RECENT, numbers.size())));
        desk.memory().put(MEMORY, String.join("\n", recent));
        jobs.cancelAll();
        typed.set("");
        desk.navigator().open(MtoScreens.ORDER, Map.of("mto", mtoNumber));
    }

    private void suggest(String words) {
        problem.set("");
        if (words.length() < SHORTEST) {
            jobs.cancelAll();
            suggestions.clear();
            return;
        }
        var caller = desk.caller().get();
        jobs.runLatest(
                        "suggest",
                        progress -> suggestions(
                                service.search(caller, words, 100, 0).hits()))
                .onSuccess(suggestions::setAll)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .startAfter(PAUSE);
    }

    /// One line an order, though it may make several materials.
    private static List<Suggestion> suggestions(List<org.gemba.erp.ErpDocuments.Hit> hits) {
        var byNumber = new LinkedHashMap<String, String>();
        hits.forEach(hit -> byNumber.putIfAbsent(hit.mtoNumber(), hit.materialName()));
        return byNumber.entrySet().stream()
                .limit(SUGGESTED)
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .toList();
    }
}
