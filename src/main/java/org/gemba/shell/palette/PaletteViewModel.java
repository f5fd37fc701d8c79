package org.gemba.shell.palette;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.action.Action;
import org.gemba.fx.task.Jobs;

/// What the palette finds for a text: actions and screens at once, records as the features find them. `>` narrows to
/// actions, the sign of a provider to its records. What was chosen lately stands first.
final class PaletteViewModel {
    private static final char ACTIONS = '>';
    private static final int MOST_RECENT = 8;
    private static final int MOST_LOCAL = 30;
    private static final int MOST_RECORDS = 12;
    private static final int LEAST_TYPED = 2;
    private static final int RECENT_BONUS = 15;
    private static final Duration PAUSE = Duration.ofMillis(120);
    private static final String MEMORY = "palette.recent";

    private final Desk desk;
    private final List<ScreenSpec> screens;
    private final List<SearchProvider> providers;
    private final Jobs jobs;
    private final List<String> recent;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();

    PaletteViewModel(Desk desk, List<ScreenSpec> screens, List<SearchProvider> providers) {
        this.desk = desk;
        this.screens = screens;
        this.providers = providers;
        this.jobs = desk.background().jobs();
        this.recent = new ArrayList<>(desk.memory()
                .get(MEMORY)
                .map(kept -> Arrays.asList(kept.split("\n", -1)))
                .orElse(List.of()));
        query.addListener((property, old, now) -> find());
        find();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    /// Whether features still look for records.
    ReadOnlyBooleanProperty searchingProperty() {
        return jobs.busyProperty();
    }

    void choose(Finding finding) {
        recent.remove(finding.id());
        recent.addFirst(finding.id());
        while (recent.size() > MOST_RECENT) recent.removeLast();
        desk.memory().put(MEMORY, String.join("\n", recent));
        jobs.cancelAll();
        finding.choose().run();
    }

    void close() {
        jobs.cancelAll();
    }

    private void find() {
        jobs.cancelAll();
        var typed = query.get().stripLeading();
        char sign = typed.isEmpty() ? 0 : typed.charAt(0);
        var asked =
                providers.stream().filter(provider -> provider.prefix() == sign).toList();
        if (sign == ACTIONS) {
            findings.setAll(ranked(actions(), typed.substring(1)));
        } else if (!asked.isEmpty()) {
            findings.clear();
            searchRecords(asked, typed.substring(1));
        } else {
            var local = new ArrayList<>(screens());
            local.addAll(actions());
            findings.setAll(ranked(local, typed));
            searchRecords(providers, typed);
        }
    }

    private List<Finding> ranked(List<Finding> all, String typed) {
        var scores = all.stream().collect(Collectors.toMap(finding -> finding, finding -> score(finding, typed)));
        return all.stream()
                .filter(finding -> scores.getOrDefault(finding, 0) > Match.NONE)
                .sorted(Comparator.comparing((Finding finding) -> scores.getOrDefault(finding, 0))
                        .reversed())
                .limit(MOST_LOCAL)
                .toList();
    }

    private int score(Finding finding, String typed) {
        int fit = Match.score(finding.title(), typed);
        int place = recent.indexOf(finding.id());
        return fit == Match.NONE || place < 0 ? fit : fit + RECENT_BONUS + MOST_RECENT - place;
    }

    private void searchRecords(List<SearchProvider> asked, String text) {
        var wanted = text.strip();
        if (wanted.length() < LEAST_TYPED) return;
        for (var provider : asked) {
            jobs.run(progress -> provider.search(wanted, MOST_RECORDS))
                    .onSuccess(hits -> add(provider, hits))
                    .startAfter(PAUSE);
        }
    }

    /// Records go above what fits the text only by scattered letters.
    private void add(SearchProvider provider, List<SearchProvider.Hit> hits) {
        var group = desk.language().now(provider.titleKey());
        var typed = query.get().stripLeading();
        int at = 0;
        while (at < findings.size() && Match.score(findings.get(at).title(), typed) >= 60) at++;
        findings.addAll(at, hits.stream().map(hit -> record(group, hit)).toList());
    }

    private Finding record(String group, SearchProvider.Hit hit) {
        return new Finding(
                hit.screenId() + hit.arguments(),
                group,
                hit.title(),
                hit.detail(),
                "",
                hit.icon(),
                true,
                () -> desk.navigator().open(hit.screenId(), hit.arguments()));
    }

    private List<Finding> screens() {
        var group = desk.language().now("shell.palette.screens");
        return screens.stream()
                .filter(spec -> spec.area() != Area.NONE)
                .map(spec -> new Finding(
                        spec.id(),
                        group,
                        desk.language().now(spec.titleKey()),
                        desk.language().now("shell.area." + spec.area().name()),
                        "",
                        spec.icon(),
                        true,
                        () -> desk.navigator().open(spec.id(), Map.of())))
                .toList();
    }

    private List<Finding> actions() {
        var group = desk.language().now("shell.palette.actions");
        return desk.actions().all().stream()
                .filter(action -> !action.id().startsWith("do.tab") && !isScreen(action))
                .map(action -> new Finding(
                        action.id(),
                        group,
                        desk.language().now(action.titleKey()),
                        "",
                        action.keysText(),
                        action.icon(),
                        action.enabled().get(),
                        action::runIfEnabled))
                .toList();
    }

    /// Opening a screen is found once, as the screen.
    private boolean isScreen(Action action) {
        return screens.stream()
                .anyMatch(spec -> spec.area() != Area.NONE && action.id().equals("do." + spec.id()));
    }
}
