package org.gemba.shell.login;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gemba.access.AccessService;
import org.gemba.access.Caller;
import org.gemba.fx.Language;
import org.gemba.fx.task.Background;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.shell.ShellParts.DemoLogin;
import org.jspecify.annotations.Nullable;

/// Name and password, and what became of them.
public final class LoginViewModel {
    private final AccessService access;
    private final Language language;
    private final Jobs jobs;
    private final Consumer<Caller> entered;
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty locked = new SimpleBooleanProperty();
    private Runnable other = () -> {};
    private @Nullable DemoLogin demo;

    public LoginViewModel(AccessService access, Language language, Background background, Consumer<Caller> entered) {
        this.access = access;
        this.language = language;
        this.jobs = background.jobs();
        this.entered = entered;
    }

    /// Only that user gets in; another one logs the first out.
    public void lockFor(String name) {
        username.set(name);
        locked.set(true);
    }

    public void onOther(Runnable action) {
        other = action;
    }

    /// Offers a credential that is printed anyway.
    public void offer(DemoLogin login) {
        demo = login;
    }

    public StringProperty usernameProperty() {
        return username;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// What is wrong, in words; empty for nothing.
    public StringProperty messageProperty() {
        return message;
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    public @Nullable DemoLogin demo() {
        return demo;
    }

    void useDemo() {
        if (demo == null) return;
        username.set(demo.username());
        password.set(demo.password());
        login();
    }

    void leaveToOther() {
        jobs.cancelAll();
        other.run();
    }

    public void login() {
        if (jobs.busyProperty().get()) return;
        var name = username.get().strip();
        var secret = password.get();
        if (name.isEmpty() || secret.isEmpty()) {
            message.set(language.now("shell.login.missing"));
            return;
        }
        message.set("");
        jobs.run(progress -> access.login(name, secret, "desktop").caller())
                .onSuccess(entered)
                .onError(AppError.Unauthenticated.class, error -> refuse(language.now("shell.login.wrong")))
                .onError(
                        AppError.RateLimited.class,
                        error -> refuse(language.now(
                                "shell.login.throttled",
                                Math.max(1, error.retryAfter().toSeconds()))))
                .onError(AppError.class, error -> refuse(language.sentence(error)))
                .onEnd(() -> password.set(""))
                .start();
    }

    private void refuse(String words) {
        message.set(words);
    }
}
