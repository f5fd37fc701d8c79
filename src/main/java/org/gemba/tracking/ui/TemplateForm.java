package org.gemba.tracking.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.dialog.Dialogs;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.tracking.MessageTemplate;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// One message template to look at and change, or a new one.
final class TemplateForm {
    private static final double WIDTH = 340;
    private static final int LINES = 6;
    private static final String WORDS = "{order}  {status}  {customer}  {date}  {progress}";

    private final Desk desk;
    private final MessagesViewModel model;
    private final Form form;
    private final TextField id;
    private final TextField title;
    private final TextArea fields = new TextArea();
    private final TextField page;
    private final CheckBox automatic = new CheckBox();
    private final ObjectProperty<@Nullable MessageTemplate> edited = new SimpleObjectProperty<>();
    private final Action fresh;
    private final Action save;
    private final Action delete;
    private final ScrollPane node;

    TemplateForm(Desk desk, MessagesViewModel model) {
        this.desk = desk;
        this.model = model;
        this.form = new Form(desk.language());
        this.id = form.text("id", "tracking.template.id", FieldCheck.required());
        this.title = form.text("title", "tracking.template.title", FieldCheck.required());
        form.control("fields", "tracking.template.fields", fields);
        fields.setPrefRowCount(LINES);
        this.page = form.text("page", "tracking.template.page", FieldCheck.NONE);
        desk.language().bind(automatic.textProperty(), "tracking.template.automatic");
        form.control("onStatusChange", "tracking.template.when", automatic);
        this.fresh = Action.of("tracking.template.new", "tracking.template.new", MaterialDesignP.PLUS, () -> show(null))
                .shortcut("Shortcut+N");
        this.save = Action.of(
                        "tracking.template.save",
                        "tracking.template.save",
                        MaterialDesignC.CONTENT_SAVE_OUTLINE,
                        this::save)
                .shortcut("Shortcut+S");
        this.delete = Action.of(
                        "tracking.template.delete",
                        "tracking.template.delete",
                        MaterialDesignD.DELETE_OUTLINE,
                        this::delete)
                .enabledWhen(Bindings.isNotNull(edited));
        var controls = new ActionControls(desk.language());
        var buttons = new HBox(8, controls.mainButton(save), controls.button(fresh), controls.button(delete));
        var box = new VBox(10, form.node(), words(desk), buttons);
        box.setStyle("-fx-padding: 0 0.8em 0 0;");
        node = new ScrollPane(box);
        node.setFitToWidth(true);
        node.setMinWidth(WIDTH);
        node.setPrefWidth(WIDTH);
    }

    private static Node words(Desk desk) {
        var words = Parts.quiet();
        words.textProperty().bind(desk.language().text("tracking.template.words", WORDS));
        return words;
    }

    Node node() {
        return node;
    }

    java.util.List<Action> actions() {
        return java.util.List.of(fresh, save, delete);
    }

    void show(@Nullable MessageTemplate template) {
        edited.set(template);
        form.clear();
        id.setText(template == null ? "" : template.id());
        id.setEditable(template == null);
        title.setText(template == null ? "" : template.title());
        fields.setText(template == null ? "" : MessagesViewModel.written(template.fields()));
        page.setText(template == null ? "" : template.page());
        automatic.setSelected(template != null && template.onStatusChange());
        if (template == null) id.requestFocus();
    }

    private void save() {
        if (!form.isGood()) return;
        var before = edited.get();
        model.save(
                id.getText(),
                title.getText(),
                fields.getText(),
                page.getText(),
                automatic.isSelected(),
                before == null ? 0 : before.version(),
                form::show);
    }

    private void delete() {
        var template = edited.get();
        if (template == null) return;
        var words = desk.language().now("tracking.template.delete.confirm", template.title());
        new Dialogs(desk.language(), desk.theme())
                .confirm(node.getScene().getWindow(), words, "tracking.template.delete", () -> {
                    model.delete(template, form::show);
                    show(null);
                });
    }
}
