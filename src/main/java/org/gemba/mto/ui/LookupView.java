package org.gemba.mto.ui;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.mto.MtoService;
import org.gemba.mto.ui.LookupViewModel.Suggestion;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// One field to scan or type an order into, what fits below it, and the last ten beside that.
final class LookupView implements Screen {
    private final LookupViewModel model;
    private final Language language;
    private final TextField field = new TextField();
    private final VBox page = new VBox();

    LookupView(Desk desk, MtoService service) {
        this.model = new LookupViewModel(desk, service);
        this.language = desk.language();
        page.getStyleClass().add("screen");
        var title = label("mto.lookup.title", "screen-title");
        var found = column(
                "mto.lookup.found",
                list(
                        model.suggestions(),
                        "mto-suggestions",
                        "mto.lookup.hint",
                        this::line,
                        s -> model.open(s.mtoNumber())));
        var recent = column(
                "mto.lookup.recent",
                list(model.recent(), "mto-recent", "mto.lookup.recent.none", text -> text, model::open));
        var lists = new HBox(found, recent);
        lists.getStyleClass().add("lookup-lists");
        VBox.setVgrow(lists, Priority.ALWAYS);
        page.getChildren().addAll(title, entry(desk), problem(), lists);
    }

    @Override
    public String id() {
        return MtoScreens.LOOKUP;
    }

    @Override
    public ObservableValue<String> title() {
        return language.text("mto.lookup.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BARCODE_SCAN;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.onShow();
        field.requestFocus();
    }

    @Override
    public boolean onScan(String code) {
        model.typedProperty().set(code);
        model.lookUp();
        return true;
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private Node entry(Desk desk) {
        field.setId("mto-number");
        field.getStyleClass().add("lookup-field");
        field.promptTextProperty().bind(language.text("mto.lookup.prompt"));
        field.accessibleTextProperty().bind(language.text("mto.lookup.prompt"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(event -> model.lookUp());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) field.clear();
            if (event.getCode() == KeyCode.DOWN) page.lookup("#mto-suggestions").requestFocus();
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var open = Action.of("mto.lookup.open", "mto.lookup.open", MaterialDesignA.ARROW_RIGHT, model::lookUp);
        var row = new HBox(field, new ActionControls(desk).mainButton(open));
        row.getStyleClass().addAll("toolbar-row", "lookup-entry");
        return row;
    }

    private Node problem() {
        var problem = new Label();
        problem.setId("mto-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(model.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private VBox column(String titleKey, Node list) {
        VBox.setVgrow(list, Priority.ALWAYS);
        var column = new VBox(label(titleKey, "section-title"), list);
        column.getStyleClass().add("lookup-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private <V> ListView<V> list(
            javafx.collections.ObservableList<V> items,
            String id,
            String emptyKey,
            Function<V, String> words,
            java.util.function.Consumer<V> open) {
        var list = new ListView<>(items);
        list.setId(id);
        list.setPlaceholder(label(emptyKey, "quiet"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        Runnable openSelected = () -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) open.accept(chosen);
        };
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected.run();
        });
        list.setOnMouseClicked(event -> openSelected.run());
        list.focusedProperty().addListener((property, old, focused) -> {
            if (focused && list.getSelectionModel().isEmpty())
                list.getSelectionModel().selectFirst();
        });
        return list;
    }

    private String line(Suggestion suggestion) {
        return suggestion.mtoNumber() + "   " + suggestion.material();
    }

    private Label label(String key, String style) {
        var label = new Label();
        label.textProperty().bind(language.text(key));
        label.getStyleClass().add(style);
        return label;
    }
}
