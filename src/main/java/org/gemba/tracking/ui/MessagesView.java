package org.gemba.tracking.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.dialog.Dialogs;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.tracking.MessageTemplate;
import org.gemba.tracking.TrackingMessage;
import org.gemba.tracking.TrackingMessages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Every message and what became of it, with a way to send one again; and the templates by which they are made.
final class MessagesView implements Screen {
    private final Desk desk;
    private final MessagesViewModel model;
    private final Grid<TrackingMessage> log;
    private final Grid<MessageTemplate> templates;
    private final TemplateForm form;
    private final TabPane tabs = new TabPane();
    private final ObjectProperty<@Nullable TrackingMessage> chosen = new SimpleObjectProperty<>();
    private final Action resend;
    private final Action refresh;
    private final VBox page;

    MessagesView(Desk desk, TrackingMessages messages) {
        this.desk = desk;
        this.model = new MessagesViewModel(desk, messages);
        this.resend = Action.of(
                        "tracking.messages.resend", "tracking.messages.resend", MaterialDesignS.SEND, this::resend)
                .enabledWhen(Bindings.isNotNull(chosen));
        this.refresh = Action.of("tracking.refreshMessages", "tracking.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5");
        this.log = new Grid<>(
                desk,
                GridSpec.of("tracking.messageLog", logColumns())
                        .withActions(List.of(resend))
                        .whenEmpty("tracking.messages.none", null));
        this.templates = new Grid<>(
                desk,
                GridSpec.of("tracking.templateList", templateColumns()).whenEmpty("tracking.templates.none", null));
        this.form = new TemplateForm(desk, model);
        HBox.setHgrow(templates.node(), Priority.ALWAYS);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("tracking.messages.log", log.node()),
                        tab("tracking.messages.templates", new HBox(12, templates.node(), form.node())));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        page = new VBox(
                Parts.top(desk, title(), Parts.quiet(desk, "tracking.messages.how"), List.of(resend, refresh)),
                Parts.problem(model.problemProperty()),
                tabs);
        page.getStyleClass().add("screen");
        templates.selectedProperty().addListener((property, old, now) -> {
            if (now != null) form.show(now);
        });
        model.logProperty().addListener((property, old, now) -> log.rows(now));
        model.templatesProperty().addListener((property, old, now) -> templates.rows(now));
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(desk.language().text(key));
        var box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.setStyle("-fx-padding: 0.6em 0 0 0;");
        tab.setContent(box);
        return tab;
    }

    private void resend() {
        var message = chosen.get();
        if (message == null) return;
        var words =
                desk.language().now("tracking.messages.resend.confirm", MessagesViewModel.written(message.fields()));
        new Dialogs(desk.language(), desk.theme())
                .confirm(page.getScene().getWindow(), words, "tracking.messages.resend", () -> model.resend(message));
    }

    @Override
    public String id() {
        return TrackingScreens.MESSAGES;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("tracking.messages.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignM.MESSAGE_TEXT_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(List.of(resend, refresh));
        all.addAll(form.actions());
        all.addAll(log.actions());
        return all;
    }

    @Override
    public void onShow() {
        chosen.bind(log.selectedProperty());
        model.load();
        log.onShow();
        templates.onShow();
        log.focus();
    }

    @Override
    public void onHide() {
        chosen.unbind();
        model.onHide();
        log.onHide();
        templates.onHide();
    }

    private List<GridColumn<TrackingMessage>> logColumns() {
        return List.of(
                GridColumn.<TrackingMessage>instant("at", "tracking.column.at", TrackingMessage::createdAt)
                        .width(10.5),
                GridColumn.<TrackingMessage>status("state", "tracking.column.result", MessagesView::state)
                        .width(9),
                GridColumn.<TrackingMessage>text("order", "tracking.column.order", TrackingMessage::orderNo)
                        .width(8),
                GridColumn.<TrackingMessage>text(
                                "text",
                                "tracking.column.text",
                                message -> String.join(" · ", message.fields().values()))
                        .width(22),
                GridColumn.<TrackingMessage>text(
                                "origin",
                                "tracking.column.origin",
                                message -> desk.language()
                                        .now("tracking.origin."
                                                + message.origin().name()))
                        .width(9),
                GridColumn.<TrackingMessage>text(
                                "code", "tracking.column.errorCode", message -> code(message.errorCode()))
                        .width(6),
                GridColumn.<TrackingMessage>text("error", "tracking.column.error", TrackingMessage::error)
                        .width(14),
                GridColumn.<TrackingMessage>text("template", "tracking.column.template", TrackingMessage::templateId)
                        .width(12));
    }

    private static List<GridColumn<MessageTemplate>> templateColumns() {
        return List.of(
                GridColumn.<MessageTemplate>text("title", "tracking.template.title", MessageTemplate::title)
                        .width(13),
                GridColumn.<MessageTemplate>text("id", "tracking.template.id", MessageTemplate::id)
                        .width(13),
                GridColumn.<MessageTemplate>status("when", "tracking.template.when", MessagesView::when)
                        .width(11),
                GridColumn.<MessageTemplate>number(
                                "fields",
                                "tracking.template.count",
                                template -> template.fields().size())
                        .width(5));
    }

    /// A name and no quantity, so without separators.
    private static String code(@Nullable Integer code) {
        return code == null ? "" : code.toString();
    }

    private static Status when(MessageTemplate template) {
        return template.onStatusChange()
                ? new Status("automatic", "tracking.template.onChange", Tone.RUNNING, MaterialDesignA.AUTORENEW, 0)
                : new Status(
                        "asked", "tracking.template.onRequest", Tone.QUIET, MaterialDesignH.HAND_EXTENDED_OUTLINE, 1);
    }

    private static Status state(TrackingMessage message) {
        return switch (message.state()) {
            case QUEUED -> status("queued", Tone.QUIET, MaterialDesignC.CLOCK_OUTLINE, 2);
            case SENDING -> status("sending", Tone.RUNNING, MaterialDesignP.PROGRESS_UPLOAD, 3);
            case SENT -> status("sent", Tone.DONE, MaterialDesignC.CHECK, 5);
            case REFUSED -> status("refused", Tone.SHORT, MaterialDesignC.CANCEL, 1);
            case FAILED -> status("failed", Tone.FAILED, MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 0);
            case UNCLEAR -> status("unclear", Tone.SHORT, MaterialDesignH.HELP_CIRCLE_OUTLINE, 4);
        };
    }

    private static Status status(String code, Tone tone, Ikon icon, int rank) {
        return new Status(code, "tracking.message." + code, tone, icon, rank);
    }
}
