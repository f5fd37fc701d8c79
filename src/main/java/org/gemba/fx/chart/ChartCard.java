package org.gemba.fx.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.grid.GridExport;
import org.gemba.fx.print.Picture;
import org.gemba.fx.task.Jobs;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// A chart with its title, its legend, and a menu that gives it away as a picture or as figures. Line, bar, area,
/// Pareto and forecast charts are all {@link ChartData}; colours follow the theme. A click in the legend hides a layer.
/// Without figures it says so instead of drawing empty axes.
public final class ChartCard extends VBox {
    private final Desk desk;
    private final Jobs jobs;
    private final ObservableValue<String> title;
    private final Plot plot;
    private final FlowPane legend = new FlowPane();
    private final Label nothing = new Label();
    private final MenuButton menu = new MenuButton(null, new FontIcon(MaterialDesignD.DOTS_VERTICAL));
    private ChartData data = ChartData.NONE;

    /// @param title follows the language
    /// @param emptyKey says what would be seen here and what to do next
    public ChartCard(Desk desk, ObservableValue<String> title, String emptyKey) {
        this.desk = desk;
        this.jobs = desk.background().jobs();
        this.title = title;
        this.plot = new Plot(desk.formats());
        getStyleClass().add("chart-card");
        legend.getStyleClass().add("chart-legend");
        nothing.textProperty().bind(desk.language().text(emptyKey));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        var middle = new StackPane(plot, nothing);
        middle.setMinSize(0, 0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), legend, middle);
        desk.language().localeProperty().addListener((property, old, now) -> show(data));
        show(ChartData.NONE);
    }

    /// Draws other figures. Names of layers are in the language of the moment: the screen shows them again when it
    /// changes.
    public void show(ChartData shown) {
        boolean sameLayers = data.layers().stream()
                .map(Layer::name)
                .toList()
                .equals(shown.layers().stream().map(Layer::name).toList());
        data = shown;
        plot.show(shown, desk.formats(), title.getValue());
        plot.setVisible(!shown.isEmpty());
        nothing.setVisible(shown.isEmpty());
        menu.setDisable(shown.isEmpty());
        if (!sameLayers) fillLegend();
        boolean explains = shown.layers().size() > 1;
        legend.setVisible(explains);
        legend.setManaged(explains);
    }

    /// What a click or Enter at a place does; it is given the index of the label.
    public ChartCard opening(IntConsumer action) {
        plot.onOpen(action);
        return this;
    }

    /// The index of the label under the cursor; -1 for none.
    public ReadOnlyIntegerProperty placeProperty() {
        return plot.placeProperty();
    }

    /// The label and the figures at a place, as the cursor tells them.
    public String told(int place) {
        return plot.said(place);
    }

    private HBox head() {
        var words = new Label();
        words.textProperty().bind(title);
        words.getStyleClass().add("chart-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.accessibleTextProperty().bind(desk.language().text("fx.chart.menu"));
        var tip = new Tooltip();
        tip.textProperty().bind(desk.language().text("fx.chart.menu"));
        menu.setTooltip(tip);
        menu.getItems()
                .addAll(
                        item("fx.chart.copy.picture", () -> picture().copy()),
                        item("fx.chart.save.picture", () -> picture().save(desk, jobs, this, title.getValue())),
                        item("fx.chart.copy.data", this::copyData),
                        item("fx.grid.export.xlsx", () -> export(GridExport.Form.XLSX)),
                        item("fx.grid.export.csv", () -> export(GridExport.Form.CSV)));
        var head = new HBox(words, gap, menu);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem();
        item.setId(key.replace('.', '-'));
        item.textProperty().bind(desk.language().text(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void fillLegend() {
        legend.getChildren().clear();
        for (var layer : data.layers()) {
            var mark = new Region();
            mark.getStyleClass().addAll(markStyle(layer), Painter.colour(data.layers(), layer));
            var entry = new ToggleButton(layer.name(), mark);
            entry.getStyleClass().add("legend-entry");
            entry.setSelected(true);
            entry.selectedProperty().addListener((property, old, shown) -> plot.hide(layer.name(), !shown));
            legend.getChildren().add(entry);
            plot.hide(layer.name(), false);
        }
    }

    private static String markStyle(Layer layer) {
        return switch (layer) {
            case Layer.Line line -> line.dashed() ? "legend-dashes" : "legend-line";
            case Layer.Bars bars -> "legend-block";
            case Layer.Area area -> "legend-block";
            case Layer.Band band -> "legend-haze";
        };
    }

    private Picture picture() {
        menu.setVisible(false);
        try {
            return Picture.of(this);
        } finally {
            menu.setVisible(true);
        }
    }

    private GridExport.Table table() {
        return data.table(title.getValue(), desk.language().now("fx.chart.label"));
    }

    private void copyData() {
        var table = table();
        var text = new StringBuilder(String.join("\t", table.headers())).append('\n');
        for (var row : table.cells()) {
            text.append(row.stream()
                            .map(cell -> cell == null ? "" : plain(cell))
                            .collect(java.util.stream.Collectors.joining("\t")))
                    .append('\n');
        }
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices()
                .information(desk.language().now("fx.grid.copied", table.cells().size()));
    }

    private static String plain(Object cell) {
        return cell instanceof java.math.BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private void export(GridExport.Form form) {
        var table = table();
        desk.files()
                .toSave(getScene().getWindow(), title.getValue() + "." + form.ending())
                .ifPresent(file -> write(form, table, file));
    }

    private void write(GridExport.Form form, GridExport.Table table, Path file) {
        var language = desk.language();
        jobs.run(progress -> {
                    desk.export().write(form, table, file);
                    return file;
                })
                .onSuccess(done -> desk.notices()
                        .success(language.now("fx.grid.exported", table.cells().size(), done.toString())))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .failure(
                                        language.now(
                                                "fx.grid.export.failed",
                                                file.toString(),
                                                String.valueOf(e.getMessage())),
                                        null))
                .start();
    }
}
