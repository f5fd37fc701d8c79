package org.gemba.kpi.ui;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.MailRun;
import org.gemba.kpi.MailService;
import org.gemba.kpi.NewMailSchedule;
import org.gemba.kpi.SinkMail;
import org.gemba.kpi.mail.ReadMail;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Reports that are sent by themselves: schedules, what was sent and what waits, and in the demo the mails themselves.
final class MailsView implements Screen {
    private final Desk desk;
    private final MailsViewModel model;
    private final ScopeModel scope;
    private final Form form;
    private final TextField recipients;
    private final TextField time;
    private final ComboBox<String> zone = new ComboBox<>();
    private final Grid<MailsViewModel.Planned> schedules;
    private final Grid<MailsViewModel.Sent> runs;
    private final Grid<ReadMail> received;
    private final Action refresh;
    private final VBox page;

    MailsView(Desk desk, KpiService figures, MailService mails, Supplier<List<SinkMail>> sink, boolean isDemo) {
        this.desk = desk;
        this.model = new MailsViewModel(desk, mails, sink);
        this.scope = new ScopeModel(desk, figures, Map.of());
        this.form = new Form(desk.language());
        this.recipients = form.text("recipients[0]", "kpi.mails.recipients", FieldCheck.required());
        this.time = form.text("schedule", "kpi.mails.time", FieldCheck.required());
        this.schedules = new Grid<>(
                desk,
                GridSpec.of("kpi.mails.schedules", planned())
                        .withActions(List.of(Action.of(
                                "kpi.mails.remove", "kpi.mails.remove", MaterialDesignD.DELETE_OUTLINE, this::remove)))
                        .whenEmpty("kpi.mails.noschedules", null));
        this.runs = new Grid<>(
                desk,
                GridSpec.of("kpi.mails.runs", sent())
                        .withActions(List.of(Action.of(
                                "kpi.mails.again", "kpi.mails.again", MaterialDesignS.SEND_OUTLINE, this::again)))
                        .whenEmpty("kpi.mails.noruns", null));
        this.received =
                new Grid<>(desk, GridSpec.of("kpi.mails.received", read()).whenEmpty("kpi.mails.noreceived", null));
        this.refresh = Action.of("kpi.mails-refresh", "kpi.ui.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5");
        page = new VBox(head(), ScopeBar.problem(model.problemProperty()), entry(), tabs(isDemo));
        page.getStyleClass().add("screen");
        model.shownProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private Node head() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(title, gap, new ActionControls(desk.language()).button(refresh));
        row.getStyleClass().add("order-top");
        return row;
    }

    private Node entry() {
        var client = form.control("client_id", "kpi.ui.client", ScopeBar.clients(desk, scope));
        client.setMaxWidth(Double.MAX_VALUE);
        form.control("timezone", "kpi.mails.zone", zone);
        zone.getItems()
                .setAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.contains("/"))
                        .sorted()
                        .toList());
        zone.setEditable(true);
        zone.setValue(desk.zone().getId());
        time.setText("06:00");
        recipients.setPromptText("manager@factory.example, leader@factory.example");
        var add = Action.of("kpi.mails.add", "kpi.mails.add", MaterialDesignP.PLUS, this::create);
        var box = new VBox(8, form.node(), new ActionControls(desk.language()).mainButton(add));
        box.setMaxWidth(560);
        return box;
    }

    private Node tabs(boolean isDemo) {
        var tabs = new TabPane(tab("kpi.mails.schedules", schedules.node()), tab("kpi.mails.runs", runs.node()));
        if (isDemo) tabs.getTabs().add(tab("kpi.mails.received", received.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(desk.language().text(key));
        tab.setContent(content);
        return tab;
    }

    private void create() {
        var client = scope.clientProperty().get();
        if (client == null || !form.isGood()) return;
        var wanted = new NewMailSchedule(
                client.clientId(),
                "daily_production",
                Stream.of(recipients.getText().split("[,;\\s]+", -1))
                        .filter(text -> !text.isBlank())
                        .toList(),
                time.getText().strip() + " daily",
                zone.getValue(),
                desk.language().locale().getLanguage());
        model.create(wanted, () -> recipients.setText(""), form::show);
    }

    private void remove() {
        var chosen = schedules.selectedProperty().get();
        if (chosen != null) model.remove(chosen);
    }

    private void again() {
        var chosen = runs.selectedProperty().get();
        if (chosen != null) model.sendAgain(chosen);
    }

    private void show() {
        var shown = model.shownProperty().get();
        schedules.rows(shown.schedules());
        runs.rows(shown.runs());
        received.rows(shown.received());
    }

    private static List<GridColumn<MailsViewModel.Planned>> planned() {
        return List.of(
                GridColumn.<MailsViewModel.Planned>text(
                                "client", "kpi.ui.client", row -> row.schedule().clientId())
                        .width(11),
                GridColumn.<MailsViewModel.Planned>text(
                                "time",
                                "kpi.mails.time",
                                row -> row.schedule().at().toString())
                        .width(8),
                GridColumn.<MailsViewModel.Planned>text(
                                "zone",
                                "kpi.mails.zone",
                                row -> row.schedule().zone().getId())
                        .width(14),
                GridColumn.<MailsViewModel.Planned>text(
                                "to",
                                "kpi.mails.recipients",
                                row -> String.join(", ", row.schedule().recipients()))
                        .width(26),
                GridColumn.<MailsViewModel.Planned>instant("next", "kpi.mails.next", MailsViewModel.Planned::next)
                        .width(11),
                GridColumn.<MailsViewModel.Planned>text(
                        "by", "kpi.mails.by", row -> row.schedule().createdBy()));
    }

    private static List<GridColumn<MailsViewModel.Sent>> sent() {
        return List.of(
                GridColumn.<MailsViewModel.Sent>status(
                                "state",
                                "kpi.book.status",
                                row -> state(row.run().state()))
                        .width(10),
                GridColumn.<MailsViewModel.Sent>day(
                                "day", "kpi.mails.day", row -> row.run().reportDay())
                        .width(8),
                GridColumn.<MailsViewModel.Sent>text(
                                "client", "kpi.ui.client", row -> row.schedule().clientId())
                        .width(11),
                GridColumn.<MailsViewModel.Sent>text(
                                "to",
                                "kpi.mails.recipients",
                                row -> String.join(", ", row.schedule().recipients()))
                        .width(22),
                GridColumn.<MailsViewModel.Sent>number(
                        "attempts", "kpi.mails.attempts", row -> row.run().attempts()),
                GridColumn.<MailsViewModel.Sent>instant(
                                "changed", "kpi.mails.changed", row -> row.run().changedAt())
                        .width(11),
                GridColumn.<MailsViewModel.Sent>text(
                                "problem", "kpi.mails.problem", row -> row.run().problem())
                        .width(24));
    }

    private static List<GridColumn<ReadMail>> read() {
        return List.of(
                GridColumn.<ReadMail>instant("at", "kpi.mails.changed", ReadMail::at)
                        .width(11),
                GridColumn.<ReadMail>text("to", "kpi.mails.recipients", mail -> String.join(", ", mail.recipients()))
                        .width(20),
                GridColumn.<ReadMail>text("subject", "kpi.mails.subject", ReadMail::subject)
                        .width(24),
                GridColumn.<ReadMail>text("text", "kpi.mails.text", ReadMail::text)
                        .width(28),
                GridColumn.<ReadMail>text("files", "kpi.mails.files", mail -> String.join(", ", mail.files()))
                        .width(20));
    }

    private static Status state(MailRun.State state) {
        var key = "kpi.mailstate." + state.name().toLowerCase(Locale.ROOT);
        return switch (state) {
            case FAILED -> new Status("failed", key, Tone.LATE, MaterialDesignA.ALERT_CIRCLE_OUTLINE, 0);
            case UNCERTAIN -> new Status("uncertain", key, Tone.SHORT, MaterialDesignH.HELP_CIRCLE_OUTLINE, 1);
            case QUEUED -> new Status("queued", key, Tone.QUIET, MaterialDesignC.CLOCK_OUTLINE, 2);
            case SENDING -> new Status("sending", key, Tone.RUNNING, MaterialDesignS.SEND_OUTLINE, 3);
            case SENT -> new Status("sent", key, Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 4);
        };
    }

    @Override
    public String id() {
        return FigureScreens.MAILS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.mails.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignE.EMAIL_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(List.of(refresh));
        all.addAll(schedules.actions());
        return all;
    }

    @Override
    public void onShow() {
        scope.load(() -> {});
        model.load();
        List.of(schedules, runs, received).forEach(Grid::onShow);
        recipients.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
        scope.onHide();
        List.of(schedules, runs, received).forEach(Grid::onHide);
    }
}
