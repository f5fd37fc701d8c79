package org.gemba.tracking.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.MessageTemplate;
import org.gemba.tracking.TrackingMessage;
import org.gemba.tracking.TrackingMessages;

/// The log of messages and the templates.
final class MessagesViewModel {
    private static final int LOG_ROWS = 1000;

    private final Desk desk;
    private final TrackingMessages messages;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<TrackingMessage>> log = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<MessageTemplate>> templates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    MessagesViewModel(Desk desk, TrackingMessages messages) {
        this.desk = desk;
        this.messages = messages;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<List<TrackingMessage>> logProperty() {
        return log.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<MessageTemplate>> templatesProperty() {
        return templates.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("tracking.log", progress -> messages.log(caller, LOG_ROWS))
                .onSuccess(log::set)
                .onError(AppError.class, this::tell)
                .start();
        jobs.runLatest("tracking.templates", progress -> messages.templates(caller))
                .onSuccess(templates::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    void resend(TrackingMessage message) {
        var caller = desk.caller().get();
        problem.set("");
        jobs.run(progress -> messages.resend(caller, message.id()))
                .onSuccess(sent -> {
                    desk.notices().success(desk.language().now("tracking.messages.resent"));
                    load();
                })
                .onError(AppError.class, error -> {
                    tell(error);
                    load();
                })
                .start();
    }

    /// @param fields one a line: `thing1={order}`
    /// @param refused told of what the service does not take
    void save(
            String id,
            String title,
            String fields,
            String page,
            boolean onStatusChange,
            int version,
            Consumer<AppError> refused) {
        var template =
                new MessageTemplate(id.strip(), title.strip(), parsed(fields), page.strip(), onStatusChange, version);
        change(
                caller -> messages.save(caller, template),
                desk.language().now("tracking.messages.saved", template.title()),
                refused);
    }

    void delete(MessageTemplate template, Consumer<AppError> refused) {
        change(
                caller -> messages.deleteTemplate(caller, template.id()),
                desk.language().now("tracking.messages.deleted", template.title()),
                refused);
    }

    private void change(Consumer<Caller> work, String said, Consumer<AppError> refused) {
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    work.accept(caller);
                    return said;
                })
                .onSuccess(words -> {
                    desk.notices().success(words);
                    load();
                })
                .onError(AppError.class, refused)
                .start();
    }

    /// What is no `name=text` becomes a field without a text, which the service then refuses by its name.
    static Map<String, String> parsed(String lines) {
        var fields = new LinkedHashMap<String, String>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 0) fields.put(line, "");
            else
                fields.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
        });
        return fields;
    }

    static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void tell(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
