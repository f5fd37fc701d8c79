package org.gemba.shell.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.db.StoredSettings.Change;
import org.gemba.platform.error.AppError;

/// One group of settings: what they are, what was typed, save, test.
final class SettingsViewModel {
    private final Desk desk;
    private final List<SettingField> fields;
    private final SettingsBook book;
    private final Jobs jobs;
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty changed = new SimpleBooleanProperty();

    SettingsViewModel(Desk desk, List<SettingField> fields, SettingsBook book) {
        this.desk = desk;
        this.fields = fields;
        this.book = book;
        this.jobs = desk.background().jobs();
        for (var field : fields) {
            var text = new SimpleStringProperty(kept(field));
            text.addListener((property, old, now) -> {
                changed.set(!changes().isEmpty());
                message.set("");
            });
            texts.put(field.name(), text);
        }
    }

    List<SettingField> fields() {
        return fields;
    }

    StringProperty text(SettingField field) {
        return Objects.requireNonNull(texts.get(field.name()), field.name());
    }

    SettingsBook.Entry entry(SettingField field) {
        return book.entry(field.name());
    }

    /// Fixed by environment or file, or not this user's to change.
    boolean isReadOnly(SettingField field) {
        return entry(field).origin().isFixed() || !mayWrite();
    }

    boolean mayWrite() {
        return desk.caller().get().may(Permission.SETTINGS_WRITE);
    }

    StringProperty messageProperty() {
        return message;
    }

    ReadOnlyBooleanProperty changedProperty() {
        return changed;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void save() {
        var changes = changes();
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    caller.require(Permission.SETTINGS_WRITE);
                    book.save().accept(changes, caller.username());
                    return changes.size();
                })
                .onSuccess(count -> saved())
                .onError(WrongSetting.class, error -> message.set(String.valueOf(error.getMessage())))
                .onError(AppError.class, error -> message.set(desk.language().sentence(error)))
                .start();
    }

    /// Tries what the fields say now, stored or not.
    void test(Function<Map<String, String>, String> test) {
        message.set(desk.language().now("shell.settings.testing"));
        var asked = asTyped();
        jobs.runLatest("test", progress -> test.apply(asked))
                .onSuccess(message::set)
                .onError(WrongSetting.class, error -> message.set(String.valueOf(error.getMessage())))
                .onError(AppError.class, error -> message.set(desk.language().sentence(error)))
                .start();
    }

    void end() {
        jobs.cancelAll();
    }

    private void saved() {
        for (var field : fields) text(field).set(kept(field));
        changed.set(false);
        message.set(desk.language().now("shell.settings.saved"));
    }

    private Map<String, String> asTyped() {
        var asked = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var typed = text(field).get().strip();
            asked.put(
                    field.name(),
                    typed.isEmpty() && field.isSecret() ? entry(field).text() : typed);
        }
        return asked;
    }

    private List<Change> changes() {
        return fields.stream()
                .filter(field ->
                        !isReadOnly(field) && !text(field).get().strip().equals(kept(field)))
                .map(field -> new Change(field.name(), text(field).get().strip(), field.isSecret()))
                .toList();
    }

    /// What the field shows when nothing was typed; a secret shows nothing.
    private String kept(SettingField field) {
        return field.isSecret() ? "" : entry(field).text();
    }
}
