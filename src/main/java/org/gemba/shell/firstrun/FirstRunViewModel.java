package org.gemba.shell.firstrun;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.gemba.access.AccessService;
import org.gemba.fx.Language;
import org.gemba.fx.task.Background;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.shell.FirstRunSteps;
import org.gemba.shell.FirstRunSteps.Choice;
import org.gemba.shell.FirstRunSteps.Start;
import org.gemba.shell.settings.RuleWords;

/// The first-run page: one step after the other, nothing stored before the last.
public final class FirstRunViewModel {
    /// The steps in their order.
    public enum Step {
        LANGUAGE,
        DATA,
        ADMINISTRATOR,
        NETWORK
    }

    /// The settings of the ERP that the page asks for.
    static final List<String> ERP_SETTINGS =
            List.of("KINGDEE_SERVER_URL", "KINGDEE_ACCT_ID", "KINGDEE_USER_NAME", "KINGDEE_APP_ID", "KINGDEE_APP_SEC");

    private final FirstRunSteps steps;
    private final Language language;
    private final Jobs jobs;
    private final Runnable done;
    private final RuleWords rules;
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.LANGUAGE);
    private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.SAMPLE_DATA);
    private final Map<String, StringProperty> erp = new TreeMap<>();
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final BooleanProperty lan = new SimpleBooleanProperty();
    private final BooleanProperty tested = new SimpleBooleanProperty();
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableMap<String, String> faults = FXCollections.observableHashMap();

    public FirstRunViewModel(FirstRunSteps steps, Language language, Background background, Runnable done) {
        this.steps = steps;
        this.language = language;
        this.jobs = background.jobs();
        this.done = done;
        this.rules = new RuleWords(language);
        for (var name : ERP_SETTINGS) {
            var value = new SimpleStringProperty("");
            value.addListener((property, old, now) -> tested.set(false));
            erp.put(name, value);
        }
        start.addListener((property, old, now) -> message.set(""));
    }

    public ObjectProperty<Step> stepProperty() {
        return step;
    }

    public ObjectProperty<Start> startProperty() {
        return start;
    }

    public StringProperty erpProperty(String name) {
        return java.util.Objects.requireNonNull(erp.get(name), name);
    }

    public StringProperty usernameProperty() {
        return username;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty repeatedProperty() {
        return repeated;
    }

    /// Whether other machines may reach the server; off unless chosen.
    public BooleanProperty lanProperty() {
        return lan;
    }

    /// True after the ERP answered to exactly what the fields say now.
    public ReadOnlyBooleanProperty testedProperty() {
        return tested;
    }

    public StringProperty messageProperty() {
        return message;
    }

    /// What is wrong, by the name of the field.
    public ObservableMap<String, String> faults() {
        return faults;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    public void testErp() {
        if (!erpIsFilled()) return;
        message.set("");
        var asked = erpSettings();
        jobs.runLatest("test", progress -> steps.testErp(asked))
                .onSuccess(words -> {
                    tested.set(true);
                    message.set(words);
                })
                .onError(AppError.InvalidInput.class, this::show)
                .onError(AppError.class, error -> message.set(language.sentence(error)))
                .start();
    }

    public void back() {
        if (jobs.busyProperty().get() || step.get() == Step.LANGUAGE) return;
        message.set("");
        step.set(Step.values()[step.get().ordinal() - 1]);
    }

    /// Goes on when the step is right; after the last one, everything is stored.
    public void next() {
        if (jobs.busyProperty().get()) return;
        faults.clear();
        switch (step.get()) {
            case LANGUAGE -> go(Step.DATA);
            case DATA -> {
                if (start.get() == Start.SAMPLE_DATA) openSample();
                else if (start.get() != Start.ERP || erpIsFilled()) go(Step.ADMINISTRATOR);
            }
            case ADMINISTRATOR -> {
                if (administratorIsRight()) go(Step.NETWORK);
            }
            case NETWORK -> complete();
        }
    }

    private void openSample() {
        message.set(language.now("shell.firstrun.sample.opening"));
        jobs.run(progress -> {
                    steps.openSample();
                    return true;
                })
                .onError(AppError.class, error -> message.set(language.sentence(error)))
                .start();
    }

    private void go(Step to) {
        message.set("");
        step.set(to);
    }

    private boolean erpIsFilled() {
        faults.clear();
        erp.forEach((name, value) -> {
            if (value.get().isBlank()) faults.put(name, language.now("shell.rule.required"));
        });
        return faults.isEmpty();
    }

    private boolean administratorIsRight() {
        if (username.get().isBlank()) faults.put("username", language.now("shell.rule.required"));
        int length = password.get().codePointCount(0, password.get().length());
        if (length < AccessService.SHORTEST_PASSWORD) {
            faults.put("password", language.now("shell.rule.tooShort", AccessService.SHORTEST_PASSWORD));
        } else if (!password.get().equals(repeated.get())) {
            faults.put("repeated", language.now("shell.rule.notTheSame"));
        }
        return faults.isEmpty();
    }

    private void complete() {
        var choice = new Choice(
                language.locale(),
                start.get(),
                start.get() == Start.ERP ? erpSettings() : Map.of(),
                username.get().strip(),
                password.get(),
                lan.get());
        jobs.run(progress -> {
                    steps.complete(choice);
                    return choice;
                })
                .onSuccess(stored -> done.run())
                .onError(AppError.InvalidInput.class, this::show)
                .onError(AppError.class, error -> message.set(language.sentence(error)))
                .start();
    }

    private Map<String, String> erpSettings() {
        var settings = new TreeMap<String, String>();
        erp.forEach((name, value) -> settings.put(name, value.get().strip()));
        return settings;
    }

    /// Goes back to the step whose field is wrong and says so there.
    private void show(AppError.InvalidInput error) {
        for (var field : error.fields()) faults.put(field.field(), rules.of(field.rule()));
        boolean erpIsWrong = error.fields().stream().anyMatch(field -> erp.containsKey(field.field()));
        boolean userIsWrong = faults.containsKey("username") || faults.containsKey("password");
        if (erpIsWrong) step.set(Step.DATA);
        else if (userIsWrong) step.set(Step.ADMINISTRATOR);
        else message.set(language.sentence(error));
    }
}
