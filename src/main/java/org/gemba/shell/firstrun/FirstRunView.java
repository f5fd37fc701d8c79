package org.gemba.shell.firstrun;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gemba.access.AccessService;
import org.gemba.fx.Language;
import org.gemba.shell.FirstRunSteps.Start;
import org.gemba.shell.firstrun.FirstRunViewModel.Step;
import org.gemba.shell.settings.Fields;
import org.gemba.shell.settings.LanguageSwitch;

/// Four small pages in one card; Enter goes on, Escape goes back.
public final class FirstRunView {
    private final FirstRunViewModel model;
    private final Language language;
    private final Fields fields;
    private final VBox body = new VBox();
    private final List<Node> pages = new ArrayList<>();
    private final StackPane page = new StackPane();

    public FirstRunView(FirstRunViewModel model, Language language) {
        this.model = model;
        this.language = language;
        this.fields = new Fields(language);
        pages.addAll(List.of(languagePage(), dataPage(), administratorPage(), networkPage()));
        build();
        model.stepProperty().addListener((property, old, now) -> show(now));
        show(model.stepProperty().get());
    }

    public Node node() {
        return page;
    }

    private void build() {
        var name = new Label("Gemba");
        name.getStyleClass().add("entry-title");
        var progress = new Label();
        progress.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> language.now(
                                "shell.firstrun.step",
                                model.stepProperty().get().ordinal() + 1,
                                Step.values().length),
                        model.stepProperty(),
                        language.localeProperty()));
        progress.getStyleClass().add("quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, progress);
        head.setAlignment(Pos.BASELINE_LEFT);
        body.getStyleClass().add("form");
        var message = Fields.message(model.messageProperty());
        message.setId("firstrun-message");
        var card = new VBox(head, body, message, buttons());
        card.getStyleClass().addAll("entry-card", "entry-card-wide");
        var column = new VBox(card);
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add("entry-column");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        page.getStyleClass().add("entry-page");
        page.getChildren().add(scroll);
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::goOn);
    }

    /// Enter goes on from wherever the focus is; on a button it presses that one.
    private void goOn(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.getTarget() instanceof Button) return;
        event.consume();
        model.next();
    }

    private Node buttons() {
        var back = button("shell.firstrun.back", "firstrun-back", model::back);
        back.setCancelButton(true);
        back.visibleProperty().bind(model.stepProperty().isNotEqualTo(Step.LANGUAGE));
        var next = button("shell.firstrun.next", "firstrun-next", model::next);
        next.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> language.now(nextKey()),
                        model.stepProperty(),
                        model.startProperty(),
                        language.localeProperty()));
        next.getStyleClass().add(Styles.ACCENT);
        next.setDefaultButton(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(back, gap, next);
        row.getStyleClass().add("choice-row");
        return row;
    }

    private String nextKey() {
        return switch (model.stepProperty().get()) {
            case NETWORK -> "shell.firstrun.finish";
            case DATA ->
                model.startProperty().get() == Start.SAMPLE_DATA ? "shell.firstrun.sample.open" : "shell.firstrun.next";
            case LANGUAGE, ADMINISTRATOR -> "shell.firstrun.next";
        };
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(language.text(key));
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(Step step) {
        var shown = pages.get(step.ordinal());
        body.getChildren().setAll(shown);
        var first = shown.lookup(".first");
        if (first != null) first.requestFocus();
    }

    private Node languagePage() {
        var choice = new LanguageSwitch(language).node();
        return page(fields.heading("shell.firstrun.language"), fields.quiet("shell.firstrun.welcome"), choice);
    }

    private Node dataPage() {
        var group = new ToggleGroup();
        var sample = choice(group, Start.SAMPLE_DATA, "shell.firstrun.sample");
        sample.getStyleClass().add("first");
        var erp = choice(group, Start.ERP, "shell.firstrun.erp");
        var later = choice(group, Start.LATER, "shell.firstrun.later");
        var form = new VBox();
        form.getStyleClass().add("form");
        form.getChildren()
                .add(Fields.inTwoColumns(FirstRunViewModel.ERP_SETTINGS.stream()
                        .map(this::erpField)
                        .toList()));
        var test = button("shell.firstrun.test", "firstrun-test", model::testErp);
        form.getChildren().add(test);
        form.managedProperty().bind(model.startProperty().isEqualTo(Start.ERP));
        form.visibleProperty().bind(form.managedProperty());
        return page(
                fields.heading("shell.firstrun.data"),
                sample,
                fields.quiet("shell.firstrun.sample.help"),
                erp,
                fields.quiet("shell.firstrun.erp.help"),
                form,
                later,
                fields.quiet("shell.firstrun.later.help"));
    }

    private Node erpField(String name) {
        var input = name.endsWith("_SEC") ? new PasswordField() : new TextField();
        input.setId(name);
        input.textProperty().bindBidirectional(model.erpProperty(name));
        return fields.of("shell.setting." + name, input, "", Bindings.valueAt(model.faults(), name));
    }

    private RadioButton choice(ToggleGroup group, Start start, String key) {
        var button = new RadioButton();
        button.setId("start-" + start);
        button.setToggleGroup(group);
        button.textProperty().bind(language.text(key));
        button.setSelected(model.startProperty().get() == start);
        button.selectedProperty().addListener((property, old, now) -> {
            if (now) model.startProperty().set(start);
        });
        return button;
    }

    private Node administratorPage() {
        var username = new TextField();
        username.setId("firstrun-username");
        username.getStyleClass().add("first");
        username.textProperty().bindBidirectional(model.usernameProperty());
        var password = new PasswordField();
        password.setId("firstrun-password");
        password.textProperty().bindBidirectional(model.passwordProperty());
        var repeated = new PasswordField();
        repeated.setId("firstrun-repeated");
        repeated.textProperty().bindBidirectional(model.repeatedProperty());
        var box = page(
                fields.heading("shell.firstrun.administrator"),
                fields.quiet("shell.firstrun.administrator.help"),
                fields.of("shell.login.username", username, "", Bindings.valueAt(model.faults(), "username")),
                fields.of("shell.login.password", password, "", Bindings.valueAt(model.faults(), "password")),
                fields.quiet("shell.firstrun.password.help", AccessService.SHORTEST_PASSWORD),
                fields.of("shell.firstrun.repeated", repeated, "", Bindings.valueAt(model.faults(), "repeated")));
        return box;
    }

    private Node networkPage() {
        var lan = fields.check("shell.firstrun.lan", model.lanProperty());
        lan.setId("firstrun-lan");
        lan.getStyleClass().add("first");
        return page(fields.heading("shell.firstrun.network"), fields.quiet("shell.firstrun.network.help"), lan);
    }

    private static VBox page(Node... nodes) {
        var box = new VBox(nodes);
        box.getStyleClass().add("form");
        return box;
    }
}
