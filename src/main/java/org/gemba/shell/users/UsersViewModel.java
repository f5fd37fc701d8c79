package org.gemba.shell.users;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.gemba.access.AccessService;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.access.UserChange;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.shell.settings.RuleWords;
import org.jspecify.annotations.Nullable;

/// The form beside the user list: a new user, or the chosen one.
final class UsersViewModel {
    private final Desk desk;
    private final AccessService access;
    private final Jobs jobs;
    private final RuleWords rules;
    private final ObjectProperty<@Nullable User> chosen = new SimpleObjectProperty<>();
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty fullName = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final StringProperty clientId = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.VIEWER);
    private final SimpleBooleanProperty active = new SimpleBooleanProperty(true);
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableMap<String, String> faults = FXCollections.observableHashMap();
    private Consumer<List<User>> listed = users -> {};

    UsersViewModel(Desk desk, AccessService access) {
        this.desk = desk;
        this.access = access;
        this.jobs = desk.background().jobs();
        this.rules = new RuleWords(desk.language());
    }

    ObjectProperty<@Nullable User> chosenProperty() {
        return chosen;
    }

    StringProperty usernameProperty() {
        return username;
    }

    StringProperty fullNameProperty() {
        return fullName;
    }

    StringProperty emailProperty() {
        return email;
    }

    StringProperty clientIdProperty() {
        return clientId;
    }

    StringProperty passwordProperty() {
        return password;
    }

    ObjectProperty<Role> roleProperty() {
        return role;
    }

    SimpleBooleanProperty activeProperty() {
        return active;
    }

    StringProperty messageProperty() {
        return message;
    }

    ObservableMap<String, String> faults() {
        return faults;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void onListed(Consumer<List<User>> action) {
        listed = action;
    }

    void list() {
        var caller = desk.caller().get();
        jobs.runLatest("list", progress -> access.users(caller))
                .onSuccess(users -> listed.accept(users))
                .onError(AppError.class, error -> message.set(desk.language().sentence(error)))
                .start();
    }

    void choose(@Nullable User user) {
        chosen.set(user);
        username.set(user == null ? "" : user.username());
        fullName.set(user == null ? "" : user.fullName());
        email.set(user == null || user.email() == null ? "" : user.email());
        clientId.set(user == null ? "" : String.join(", ", user.clientIds()));
        role.set(user == null ? Role.VIEWER : user.role());
        active.set(user == null || user.active());
        password.set("");
        faults.clear();
        message.set("");
    }

    /// Adds the new user, or changes the chosen one; a password that was typed is set with it.
    void save() {
        faults.clear();
        message.set("");
        var user = chosen.get();
        var caller = desk.caller().get();
        var secret = password.get();
        if (user == null) {
            var wanted = new NewUser(
                    username.get().strip(), orNull(email), fullName.get().strip(), secret, role.get(), clients());
            run("shell.users.added", wanted.username(), () -> access.add(caller, wanted));
        } else {
            var change = new UserChange(
                    orNull(email),
                    fullName.get().strip(),
                    role.get(),
                    clients(),
                    active.get(),
                    UserChange.of(user).customRoles());
            run("shell.users.changed", user.username(), () -> {
                if (!secret.isEmpty()) access.setPassword(caller, user.id(), secret);
                if (change.equals(UserChange.of(user))) return;
                var version = access.find(user.id()).map(User::version).orElse(user.version());
                access.change(caller, user.id(), secret.isEmpty() ? user.version() : version, change);
            });
        }
    }

    void end() {
        jobs.cancelAll();
    }

    private void run(String key, String name, Runnable work) {
        jobs.run(progress -> {
                    work.run();
                    return name;
                })
                .onSuccess(done -> {
                    desk.notices().success(desk.language().now(key, done));
                    choose(null);
                    list();
                })
                .onError(
                        AppError.InvalidInput.class,
                        error -> error.fields().forEach(field -> faults.put(field.field(), rules.of(field.rule()))))
                .onError(AppError.class, error -> message.set(desk.language().sentence(error)))
                .start();
    }

    private List<String> clients() {
        return Arrays.stream(clientId.get().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static @Nullable String orNull(StringProperty text) {
        var typed = text.get().strip();
        return typed.isEmpty() ? null : typed;
    }
}
