package org.gemba.assistant.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.access.Caller;
import org.gemba.assistant.Assistant;
import org.gemba.assistant.ChatQuestion;
import org.gemba.assistant.ChatQuestion.Message;
import org.gemba.assistant.ChatQuestion.Mode;
import org.gemba.assistant.ChatQuestion.Role;
import org.gemba.assistant.OrderContext;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.fx.task.Progress;
import org.gemba.mto.MtoService;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// A conversation with the assistant, kept while the window is open. In the mode for one order it is about the order
/// that was named last.
final class AssistantViewModel {
    private static final String ORDER_SCREEN = "mto.order";
    private static final int REMEMBERED = 10;

    private final Desk desk;
    private final Assistant assistant;
    private final MtoService mto;
    private final Jobs jobs;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.MTO);
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper order = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();

    AssistantViewModel(Desk desk, Assistant assistant, MtoService mto) {
        this.desk = desk;
        this.assistant = assistant;
        this.mto = mto;
        this.jobs = desk.background().jobs();
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// The order that is spoken of; empty for none.
    ReadOnlyStringProperty orderProperty() {
        return order.getReadOnlyProperty();
    }

    /// False while no key for a language model is set.
    ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    BooleanBinding mayAsk() {
        return Bindings.createBooleanBinding(
                () -> available.get() && !busyProperty().get() && !typed.get().isBlank(),
                available,
                busyProperty(),
                typed);
    }

    /// Oldest first.
    ObservableList<Exchange> exchanges() {
        return exchanges;
    }

    void onShow() {
        available.set(assistant.model().isPresent());
    }

    void ask() {
        if (!mayAsk().get()) return;
        var text = typed.get().strip();
        var question =
                text.length() > ChatQuestion.LONGEST_MESSAGE ? text.substring(0, ChatQuestion.LONGEST_MESSAGE) : text;
        typed.set("");
        AnswerText.lastOrder(question).ifPresent(order::set);
        var said = conversation(question);
        var exchange = new Exchange(mode.get(), question);
        exchanges.add(exchange);
        var caller = desk.caller().get();
        var number = mode.get() == Mode.MTO ? order.get() : "";
        var locale = desk.language().locale();
        jobs.run(progress -> {
                    var context = number.isEmpty() ? null : context(caller, number);
                    answer(caller, new ChatQuestion(said, exchange.mode(), context, locale), exchange, progress);
                    return exchange;
                })
                .onError(AppError.class, e -> exchange.failed(desk.language().sentence(e)))
                .onError(IOException.class, e -> exchange.failed(desk.language().now("assistant.panel.stopped")))
                .onCancelled(() -> exchange.failed(desk.language().now("assistant.panel.stopped")))
                .start();
    }

    /// The model is told to stop with its next word.
    void stop() {
        jobs.cancelAll();
    }

    void clear() {
        stop();
        exchanges.clear();
        order.set("");
    }

    void open(String mtoNumber) {
        desk.navigator().open(ORDER_SCREEN, Map.of("mto", mtoNumber));
    }

    private void answer(Caller caller, ChatQuestion question, Exchange exchange, Progress progress) throws IOException {
        assistant.answer(caller, question, event -> {
            if (progress.isCancelled()) throw new IOException("stopped");
            desk.background().onUi(() -> {
                if (!progress.isCancelled()) exchange.happened(event);
            });
        });
    }

    /// An order that is not known, or an ERP that does not answer, is no reason not to answer.
    private @Nullable OrderContext context(Caller caller, String number) {
        try {
            return OrderContext.of(mto.status(caller, number, true));
        } catch (AppError.NotFound | AppError.UpstreamUnavailable | AppError.NotConfigured e) {
            return new OrderContext(number, Map.of("state", "not known to the ERP or its cache"), List.of());
        }
    }

    private List<Message> conversation(String question) {
        var said = new ArrayList<Message>();
        var answered = exchanges.stream()
                .filter(exchange -> exchange.mode() == mode.get())
                .filter(exchange -> !exchange.answerProperty().get().isEmpty())
                .toList();
        for (var exchange : answered.subList(Math.max(0, answered.size() - REMEMBERED), answered.size())) {
            said.add(new Message(Role.USER, exchange.question()));
            said.add(new Message(Role.ASSISTANT, exchange.answerProperty().get()));
        }
        said.add(new Message(Role.USER, question));
        return said;
    }
}
