package org.gemba.assistant.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.assistant.Assistant;
import org.gemba.assistant.ChatQuestion.Mode;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.mto.MtoService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Ask about an order or about all documents. Enter asks, Shift+Enter begins a line, Escape stops the answer.
public final class AssistantPanel implements Screen {
    private static final String ID = "assistant.panel";

    private final Desk desk;
    private final Language language;
    private final AssistantViewModel model;
    private final VBox conversation = new VBox();
    private final ScrollPane scroll = new ScrollPane(conversation);
    private final TextArea field = new TextArea();
    private final VBox page = new VBox();
    private final Action ask;
    private final Action stop;
    private final Action clear;

    /// The panel as the window takes it.
    public static Part part(Desk desk, Assistant assistant, MtoService mto) {
        return new Part(
                ID,
                "assistant.panel.title",
                MaterialDesignR.ROBOT_OUTLINE,
                Permission.CHAT,
                () -> new AssistantPanel(desk, assistant, mto));
    }

    private AssistantPanel(Desk desk, Assistant assistant, MtoService mto) {
        this.desk = desk;
        this.language = desk.language();
        this.model = new AssistantViewModel(desk, assistant, mto);
        this.ask = Action.of("assistant.ask", "assistant.panel.ask", MaterialDesignS.SEND, model::ask)
                .enabledWhen(model.mayAsk());
        this.stop = Action.of("assistant.stop", "assistant.panel.stop", MaterialDesignS.STOP, model::stop)
                .enabledWhen(model.busyProperty());
        this.clear = Action.of("assistant.clear", "assistant.panel.clear", MaterialDesignB.BROOM, model::clear)
                .enabledWhen(Bindings.isNotEmpty(model.exchanges()));
        page.getStyleClass().addAll("screen", "assistant-panel");
        var css = AssistantPanel.class.getResource("/org/gemba/assistant/assistant.css");
        if (css != null) page.getStylesheets().add(css.toExternalForm());
        page.getChildren().addAll(head(), order(), unavailable(), talk(), entry());
        model.exchanges().addListener((ListChangeListener<Exchange>) this::changed);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return language.text("assistant.panel.title");
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
        return List.of(ask, stop, clear);
    }

    @Override
    public void onShow() {
        model.onShow();
        desk.background().afterThis(field::requestFocus);
    }

    @Override
    public void onHide() {
        model.stop();
    }

    private Node head() {
        var group = new ToggleGroup();
        var modes = new HBox(
                mode(group, Mode.MTO, "assistant.panel.mto", "left-pill"),
                mode(group, Mode.ANALYTICS, "assistant.panel.analytics", "right-pill"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(modes, gap, new ActionControls(language).iconButton(clear));
        row.getStyleClass().add("toolbar-row");
        return row;
    }

    private ToggleButton mode(ToggleGroup group, Mode mode, String key, String style) {
        var button = new ToggleButton();
        button.setId("assistant-mode-" + mode.name().toLowerCase(java.util.Locale.ROOT));
        button.textProperty().bind(language.text(key));
        button.setToggleGroup(group);
        button.getStyleClass().add(style);
        button.setSelected(model.modeProperty().get() == mode);
        // one of the two is always chosen
        button.setOnAction(event -> {
            button.setSelected(true);
            model.modeProperty().set(mode);
        });
        return button;
    }

    private Node order() {
        var link = new Hyperlink();
        link.textProperty().bind(model.orderProperty());
        link.setOnAction(event -> model.open(model.orderProperty().get()));
        var words = new Label();
        words.textProperty().bind(language.text("assistant.panel.order"));
        words.getStyleClass().add("quiet");
        var row = new HBox(words, link);
        row.getStyleClass().add("toolbar-row");
        showWhen(
                row,
                Bindings.isNotEmpty(model.orderProperty())
                        .and(model.modeProperty().isEqualTo(Mode.MTO)));
        return row;
    }

    private Node unavailable() {
        var words = new Label();
        words.setId("assistant-unavailable");
        words.setWrapText(true);
        words.getStyleClass().add("page-problem");
        words.textProperty().bind(language.text("assistant.panel.no_key"));
        words.setMinHeight(Region.USE_PREF_SIZE);
        showWhen(words, model.availableProperty().not());
        return words;
    }

    private Node talk() {
        conversation.getStyleClass().add("assistant-conversation");
        var hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet");
        hint.textProperty()
                .bind(language.textOf(Bindings.createStringBinding(
                        () -> model.modeProperty().get() == Mode.MTO
                                ? "assistant.panel.hint.mto"
                                : "assistant.panel.hint.analytics",
                        model.modeProperty())));
        showWhen(hint, Bindings.isEmpty(model.exchanges()).and(model.availableProperty()));
        conversation.getChildren().add(hint);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        conversation.heightProperty().addListener((property, old, now) -> scroll.setVvalue(1));
        return scroll;
    }

    private void changed(ListChangeListener.Change<? extends Exchange> change) {
        while (change.next()) {
            if (change.wasRemoved()) conversation.getChildren().removeIf(ExchangeNode.class::isInstance);
            for (var added : change.getAddedSubList()) {
                conversation.getChildren().add(new ExchangeNode(desk, added, model::open));
            }
        }
    }

    private Node entry() {
        field.setId("assistant-question");
        field.setWrapText(true);
        field.setPrefRowCount(2);
        field.promptTextProperty().bind(language.text("assistant.panel.prompt"));
        field.accessibleTextProperty().bind(language.text("assistant.panel.prompt"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.disableProperty().bind(model.availableProperty().not());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        var controls = new ActionControls(language);
        var send = controls.mainButton(ask);
        var end = controls.button(stop);
        send.setMinWidth(Region.USE_PREF_SIZE);
        end.setMinWidth(Region.USE_PREF_SIZE);
        showWhen(send, model.busyProperty().not());
        showWhen(end, model.busyProperty());
        var row = new HBox(field, send, end);
        row.getStyleClass().add("toolbar-row");
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && stop.runIfEnabled()) event.consume();
        if (event.getCode() != KeyCode.ENTER) return;
        event.consume();
        if (event.isShiftDown()) field.replaceSelection("\n");
        else model.ask();
    }

    private static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
