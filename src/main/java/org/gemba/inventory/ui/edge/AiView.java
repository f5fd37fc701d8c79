package org.gemba.inventory.ui.edge;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.form.Shown;
import org.gemba.inventory.AiConfig;
import org.gemba.inventory.InventoryAi;
import org.gemba.platform.config.Secret;
import org.gemba.platform.llm.LlmProvider;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Chat about the inventory; beside it, for administrators, which model answers.
final class AiView implements Screen {
    private static final double GAP = 8;

    private final Desk desk;
    private final AiViewModel model;
    private final Form form;
    private final CheckBox enabled = new CheckBox();
    private final ComboBox<LlmProvider> provider = new ComboBox<>();
    private final TextField url;
    private final PasswordField key;
    private final TextField name;
    private final TextField temperature;
    private final TextField tokens;
    private final TextArea prompt = new TextArea();
    private final VBox talk = new VBox(GAP);
    private final TextField question = new TextField();
    private final Action save;
    private final Action test;
    private final Action send;
    private final VBox page;

    AiView(Desk desk, InventoryAi ai) {
        this.desk = desk;
        this.model = new AiViewModel(desk, ai);
        this.form = new Form(desk.language());
        form.control("enabled", "inventory.ai.enabled", enabled);
        form.control("provider", "inventory.ai.provider", provider);
        url = form.text("api_url", "inventory.ai.url", FieldCheck.required());
        key = form.password("api_key", "inventory.ai.key", FieldCheck.NONE);
        name = form.text("model_name", "inventory.ai.model", FieldCheck.required());
        temperature = form.text("temperature", "inventory.ai.temperature", FieldCheck.required());
        tokens = form.text("max_tokens", "inventory.ai.tokens", FieldCheck.wholeNumber(1, 100_000));
        form.control("system_prompt", "inventory.ai.prompt", prompt);
        prompt.setWrapText(true);
        prompt.setPrefRowCount(4);
        key.promptTextProperty().bind(desk.language().text("inventory.ai.key.kept"));
        provider.getItems().setAll(LlmProvider.values());
        provider.setConverter(Shown.as(AiConfig::name));
        provider.valueProperty().addListener((property, old, now) -> {
            if (old != null && now != null && url.getText().equals(AiConfig.url(old))) url.setText(AiConfig.url(now));
        });
        save = Action.of("inventory.ai.save", "inventory.ai.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save)
                .needs(Permission.SETTINGS_WRITE);
        test = Action.of("inventory.ai.test", "inventory.ai.test", MaterialDesignL.LAN_CONNECT, model::test)
                .needs(Permission.SETTINGS_WRITE);
        send = Action.of("inventory.ai.send", "inventory.ai.send", MaterialDesignS.SEND_OUTLINE, this::send)
                .enabledWhen(Bindings.and(question.textProperty().isNotEmpty(), Bindings.not(model.busyProperty())));
        var title = text("inventory.ai.title", "screen-title");
        var body = new HBox(2 * GAP, chat());
        if (desk.caller().get().may(Permission.SETTINGS_WRITE))
            body.getChildren().add(settings());
        VBox.setVgrow(body, Priority.ALWAYS);
        page = new VBox(GAP, title, body);
        page.getStyleClass().add("screen");
        model.configProperty().addListener((property, old, now) -> show(now));
        model.talkProperty().addListener((property, old, now) -> show(now));
        model.refusedProperty().addListener((property, old, now) -> {
            if (now != null) form.show(now);
        });
    }

    private Label text(String textKey, String style) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(textKey));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private Node chat() {
        var scroll = new ScrollPane(talk);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        talk.heightProperty().addListener((property, old, now) -> scroll.setVvalue(1));
        talk.getChildren().setAll(text("inventory.ai.empty", "quiet"));
        question.setId("ai-question");
        question.promptTextProperty().bind(desk.language().text("inventory.ai.question"));
        question.setOnAction(event -> send.runIfEnabled());
        HBox.setHgrow(question, Priority.ALWAYS);
        var row = new HBox(GAP, question, new ActionControls(desk).mainButton(send));
        row.setAlignment(Pos.CENTER_LEFT);
        var problem = new Label();
        problem.setId("ai-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("page-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var box = new VBox(GAP, scroll, problem, row);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node settings() {
        var controls = new ActionControls(desk);
        var reset = new Button();
        reset.setId("ai-reset");
        reset.textProperty().bind(desk.language().text("inventory.ai.reset"));
        reset.setOnAction(event -> model.reset());
        var said = new Label();
        said.setId("ai-said");
        said.setWrapText(true);
        said.getStyleClass().add("quiet");
        said.textProperty().bind(model.saidProperty());
        var buttons = new HBox(GAP, controls.mainButton(save), controls.button(test), reset);
        var inner = new VBox(GAP, text("inventory.ai.settings", "section-title"), form.node(), buttons, said);
        var scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(380);
        scroll.setMinWidth(340);
        return scroll;
    }

    private void show(@Nullable AiConfig config) {
        if (config == null) return;
        enabled.setSelected(config.enabled());
        provider.setValue(config.provider());
        url.setText(config.apiUrl());
        key.clear();
        name.setText(config.modelName());
        temperature.setText(config.temperature().toPlainString());
        tokens.setText(String.valueOf(config.maxTokens()));
        prompt.setText(config.systemPrompt());
    }

    private void show(List<AiViewModel.Said> said) {
        talk.getChildren().setAll(said.stream().map(this::bubble).toList());
        if (said.isEmpty()) talk.getChildren().setAll(text("inventory.ai.empty", "quiet"));
    }

    private Node bubble(AiViewModel.Said said) {
        var who = text(said.mine() ? "inventory.ai.you" : "inventory.ai.it", "quiet");
        var words = new Label(said.text());
        words.setWrapText(true);
        var box = new VBox(who, words);
        box.getStyleClass().add("framed");
        return box;
    }

    private void send() {
        var asked = question.getText();
        question.clear();
        model.ask(asked);
    }

    private void save() {
        if (!form.isGood()) return;
        BigDecimal warmth;
        try {
            warmth = new BigDecimal(temperature.getText().strip());
        } catch (NumberFormatException e) {
            temperature.requestFocus();
            return;
        }
        var config = new AiConfig(
                enabled.isSelected(),
                provider.getValue(),
                url.getText().strip(),
                new Secret(""),
                name.getText().strip(),
                warmth,
                Integer.parseInt(tokens.getText().strip()),
                prompt.getText(),
                java.util.Map.of());
        model.save(config, key.getText().isEmpty() ? null : key.getText());
    }

    @Override
    public String id() {
        return EdgeScreens.AI;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.ai.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignR.ROBOT_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(send, save, test);
    }

    @Override
    public void onShow() {
        model.load();
        question.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
    }
}
