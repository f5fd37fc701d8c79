package org.gemba.inventory.ui.edge;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.form.Shown;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Layout;
import org.gemba.inventory.PrinterConfig;
import org.gemba.platform.tasks.TaskRecord;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The label designer: the template at the left, the label as it will come out at the right, the print queue below.
final class LabelsView implements Screen {
    private static final double GAP = 8;
    private static final double PREVIEW_WIDTH = 620;
    private static final double PREVIEW_HEIGHT = 220;

    private final Desk desk;
    private final LabelsViewModel model;
    private final ComboBox<LabelTemplate> templates = new ComboBox<>();
    private final ComboBox<String> size = new ComboBox<>();
    private final ComboBox<Layout> layout = new ComboBox<>();
    private final TextArea text = new TextArea();
    private final CheckBox turned = new CheckBox();
    private final Spinner<Integer> copies = new Spinner<>(1, 100, 1);
    private final TextField subject = new TextField();
    private final TextField name;
    private final TextField code;
    private final ImageView picture = new ImageView();
    private final Grid<TaskRecord> queue;
    private final Action print;
    private final Action save;
    private final VBox page;
    private boolean showing;

    LabelsView(Desk desk, LabelsViewModel model, String part) {
        this.desk = desk;
        this.model = model;
        print = Action.of(
                        "inventory.labels.print",
                        "inventory.labels.print",
                        MaterialDesignP.PRINTER_OUTLINE,
                        () -> model.print(copies.getValue()))
                .shortcut("Shortcut+P")
                .needs(Permission.LABELS_PRINT)
                .enabledWhen(model.templateProperty().isNotNull());
        var form = new Form(desk.language());
        form.control("template", "inventory.labels.template", templates);
        name = form.text("name", "inventory.labels.name", FieldCheck.required());
        form.control("label_size", "inventory.labels.size", size);
        form.control("layout", "inventory.labels.layout", layout);
        form.control("text", "inventory.labels.text", text);
        code = form.text("code", "inventory.labels.code", FieldCheck.NONE);
        save = Action.of("inventory.labels.save", "inventory.labels.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, () -> {
                    if (form.isGood()) model.save(name.getText());
                })
                .needs(Permission.PARTS_UPDATE);
        queue = new Grid<>(
                desk, GridSpec.of("inventory.labelQueue", columns()).whenEmpty("inventory.labels.queue.none", null));
        fill();
        var controls = new ActionControls(desk);
        var left = new VBox(GAP, form.node(), turned, controls.button(save));
        if (desk.caller().get().may(Permission.SETTINGS_WRITE)) {
            left.getChildren().add(new PrinterPane(desk, model).node());
        }
        left.setPrefWidth(340);
        left.setMinWidth(300);
        var right = new VBox(
                GAP, chooser(), preview(), printing(controls), heading("inventory.labels.queue"), queue.node());
        VBox.setVgrow(queue.node(), Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPadding(new Insets(0, GAP, 0, 0));
        var column = new ScrollPane(left);
        column.setFitToWidth(true);
        column.setMinWidth(320);
        column.setPrefWidth(360);
        var body = new HBox(2 * GAP, column, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        page = new VBox(GAP, title("inventory.labels.title"), problem(), body);
        page.getStyleClass().add("screen");
        listen();
        if (!part.isBlank()) model.choose(part);
    }

    private void fill() {
        size.getItems().setAll(LabelSize.ids());
        layout.getItems().setAll(Layout.values());
        layout.setConverter(words(one ->
                desk.language().now("inventory.labels.layout." + one.name().toLowerCase(Locale.ROOT))));
        templates.setConverter(words(LabelTemplate::name));
        text.setPrefRowCount(4);
        text.setWrapText(false);
        turned.textProperty().bind(desk.language().text("inventory.labels.turned"));
        turned.setId("turned");
        copies.setEditable(true);
        copies.setPrefWidth(80);
        copies.setId("copies");
        subject.setId("label-subject");
        subject.promptTextProperty().bind(desk.language().text("inventory.labels.subject"));
        subject.setOnAction(event -> model.choose(subject.getText()));
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return Shown.as(words);
    }

    private void listen() {
        model.templatesProperty().addListener((property, old, now) -> {
            showing = true;
            templates.getItems().setAll(now);
            templates.setValue(model.templateProperty().get());
            showing = false;
        });
        model.templateProperty().addListener((property, old, now) -> show(now));
        model.pictureProperty().addListener((property, old, now) -> show(now));
        model.queueProperty().addListener((property, old, now) -> queue.rows(now));
        templates.valueProperty().addListener((property, old, now) -> {
            if (!showing && now != null) model.templateProperty().set(now);
        });
        size.valueProperty().addListener(property -> changed());
        layout.valueProperty().addListener(property -> changed());
        text.textProperty().addListener(property -> changed());
        code.textProperty().addListener(property -> changed());
        turned.selectedProperty().addListener(property -> changed());
    }

    private void show(@Nullable LabelTemplate now) {
        if (now == null || showing) return;
        showing = true;
        templates.setValue(now);
        name.setText(now.name());
        size.setValue(now.size());
        layout.setValue(now.layout());
        text.setText(now.text());
        code.setText(now.code());
        turned.setSelected(now.turned());
        showing = false;
    }

    private void changed() {
        var now = model.templateProperty().get();
        if (showing || now == null || size.getValue() == null || layout.getValue() == null) return;
        showing = true;
        model.templateProperty()
                .set(new LabelTemplate(
                        now.id(),
                        now.name(),
                        now.subject(),
                        size.getValue(),
                        layout.getValue(),
                        text.getText(),
                        code.getText(),
                        now.fontDots(),
                        turned.isSelected(),
                        now.builtIn()));
        showing = false;
    }

    private void show(@Nullable BufferedImage image) {
        if (image == null) return;
        var drawn = new WritableImage(image.getWidth(), image.getHeight());
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        drawn.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        image.getWidth(),
                        image.getHeight(),
                        javafx.scene.image.PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        image.getWidth());
        picture.setImage(drawn);
    }

    private Node chooser() {
        var label = new Label();
        label.textProperty().bind(desk.language().text("inventory.labels.for"));
        label.setLabelFor(subject);
        var chosen = new Label();
        chosen.textProperty().bind(model.subjectProperty());
        chosen.getStyleClass().add("quiet");
        HBox.setHgrow(subject, Priority.ALWAYS);
        subject.setMaxWidth(320);
        return row(label, subject, chosen);
    }

    private Node preview() {
        picture.setPreserveRatio(true);
        picture.setFitWidth(PREVIEW_WIDTH);
        picture.setFitHeight(PREVIEW_HEIGHT);
        picture.setId("label-preview");
        picture.setAccessibleText("label");
        var frame = new StackPane(picture);
        frame.getStyleClass().add("framed");
        frame.setMinHeight(PREVIEW_HEIGHT + 2 * GAP);
        frame.setPrefHeight(PREVIEW_HEIGHT + 2 * GAP);
        return frame;
    }

    private Node printing(ActionControls controls) {
        var many = new Label();
        many.textProperty().bind(desk.language().text("inventory.labels.copies"));
        many.setLabelFor(copies);
        var where = new Label();
        where.getStyleClass().add("quiet");
        where.setId("label-printer");
        where.textProperty().bind(model.printerProperty().map(LabelsView::printer));
        return row(controls.mainButton(print), many, copies, where);
    }

    private static String printer(@Nullable PrinterConfig config) {
        if (config == null) return "";
        return switch (config.backend()) {
            case NETWORK -> config.model() + " · " + config.printerIdentifier();
            case SYSTEM -> config.printerIdentifier();
            case PDF -> "PDF";
        };
    }

    private Label problem() {
        var label = new Label();
        label.setId("label-problem");
        label.getStyleClass().add("page-problem");
        label.setWrapText(true);
        label.textProperty().bind(model.problemProperty());
        label.visibleProperty().bind(model.problemProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Label title(String key) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key));
        label.getStyleClass().add("screen-title");
        return label;
    }

    private Label heading(String key) {
        var label = title(key);
        label.getStyleClass().setAll("label", "section-title");
        return label;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(GAP, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        for (var node : nodes) if (node instanceof Control control) control.setMinWidth(Control.USE_PREF_SIZE);
        return row;
    }

    private static List<GridColumn<TaskRecord>> columns() {
        return List.of(
                GridColumn.instant("created_at", "inventory.import.when", TaskRecord::createdAt),
                GridColumn.<TaskRecord>status("state", "inventory.import.state", TaskStates::of)
                        .width(11),
                GridColumn.number("attempt", "inventory.labels.attempt", TaskRecord::attempt),
                GridColumn.<TaskRecord>text("note", "inventory.import.note", TaskStates::words)
                        .width(34),
                GridColumn.text("created_by", "inventory.import.who", TaskRecord::createdBy));
    }

    @Override
    public String id() {
        return EdgeScreens.LABELS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.labels.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignL.LABEL_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(print, save);
    }

    @Override
    public boolean onScan(String scanned) {
        subject.setText(scanned);
        model.choose(scanned);
        return true;
    }

    @Override
    public void onShow() {
        model.onShow();
        queue.onShow();
        subject.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
        queue.onHide();
    }
}
