package org.gemba.fx.tile;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.Tile.SkinType;
import eu.hansolo.tilesfx.TileBuilder;
import eu.hansolo.tilesfx.chart.ChartData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Stop;
import org.gemba.fx.Desk;
import org.gemba.fx.Formats;
import org.gemba.fx.Tone;
import org.gemba.fx.tile.KpiFigure.Better;
import org.gemba.fx.tile.KpiFigure.Standing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// One indicator at a glance: its value, how it stands to its target in words, icon and colour, its course as a TilesFX
/// spark line, a mark when it is estimated. An unknown value says what is missing. A click, Enter or Space opens the
/// rows behind it.
public final class KpiTile extends TileColours {
    private static final PseudoClass DRILLS = PseudoClass.getPseudoClass("drills");

    private final Desk desk;
    private final String titleKey;
    private final BiFunction<Formats, BigDecimal, String> format;
    private final Better better;
    private final Label title = new Label();
    private final Label estimate = new Label(null, new FontIcon(MaterialDesignA.APPROXIMATELY_EQUAL));
    private final Label value = new Label();
    private final Label standing = new Label();
    private final Tooltip tip = new Tooltip();
    private final Region course = new Region();
    private final VBox column = new VBox();
    private @Nullable Tile spark;
    private @Nullable Runnable drill;
    private KpiFigure figure = KpiFigure.unknown(null, "");

    /// @param format for example `Formats::percent`
    public KpiTile(Desk desk, String titleKey, BiFunction<Formats, BigDecimal, String> format, Better better) {
        this.desk = desk;
        this.titleKey = titleKey;
        this.format = format;
        this.better = better;
        getStyleClass().add("kpi-tile");
        setAccessibleRole(AccessibleRole.BUTTON);
        title.textProperty().bind(desk.language().text(titleKey));
        title.getStyleClass().add("kpi-title");
        estimate.textProperty().bind(desk.language().text("fx.tile.estimate"));
        estimate.getStyleClass().add("kpi-estimate");
        value.getStyleClass().add("kpi-value");
        standing.getStyleClass().add("kpi-standing");
        standing.setWrapText(true);
        course.getStyleClass().add("kpi-course");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, estimate);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(course, Priority.ALWAYS);
        column.getChildren().addAll(head, value, standing, course);
        column.getStyleClass().add("kpi-column");
        getChildren().add(column);
        Tooltip.install(this, tip);
        onColours(this::colour);
        desk.language().localeProperty().addListener((property, old, now) -> show(figure));
        show(figure);
    }

    /// What opens behind the tile.
    public KpiTile drilling(Runnable action) {
        drill = action;
        setFocusTraversable(true);
        pseudoClassStateChanged(DRILLS, true);
        setOnMouseClicked(event -> action.run());
        setOnKeyPressed(event -> {
            if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
            action.run();
            event.consume();
        });
        return this;
    }

    @Override
    public void executeAccessibleAction(javafx.scene.AccessibleAction action, Object... parameters) {
        if (action == javafx.scene.AccessibleAction.FIRE && drill != null) drill.run();
        else super.executeAccessibleAction(action, parameters);
    }

    public void show(KpiFigure shown) {
        figure = shown;
        var state = shown.standing(better);
        value.setText(shown.value() == null ? "–" : words(shown.value()));
        estimate.setVisible(shown.estimated() && state != Standing.UNKNOWN);
        standing.setText(sentence(state));
        standing.setGraphic(new FontIcon(icon(state)));
        standing.getStyleClass().removeIf(name -> name.startsWith("tone-"));
        standing.getStyleClass().add(tone(state).styleClass());
        tip.setText(shown.remark().isEmpty() ? standing.getText() : shown.remark());
        pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), state == Standing.UNKNOWN);
        setAccessibleText(desk.language().now(titleKey) + ", " + value.getText() + ", " + standing.getText()
                + (shown.estimated() ? ", " + estimate.getText() : ""));
        showCourse();
    }

    private String sentence(Standing state) {
        if (state == Standing.UNKNOWN && !figure.remark().isEmpty()) return figure.remark();
        var goal = figure.target() == null ? "" : words(figure.target());
        return desk.language().now("fx.tile." + state.name().toLowerCase(Locale.ROOT), goal);
    }

    private String words(BigDecimal number) {
        return format.apply(desk.formats(), number);
    }

    private static Ikon icon(Standing state) {
        return switch (state) {
            case REACHED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case MISSED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case NO_TARGET -> MaterialDesignM.MINUS;
            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    private static Tone tone(Standing state) {
        return switch (state) {
            case REACHED -> Tone.DONE;
            case MISSED -> Tone.LATE;
            case NO_TARGET, UNKNOWN -> Tone.QUIET;
        };
    }

    /// TilesFX is loaded with the first course there is to draw: its first tile costs a quarter of a second.
    private void showCourse() {
        boolean draws = figure.trend().size() > 1;
        if (!draws) {
            if (spark != null) spark.setVisible(false);
            return;
        }
        if (spark != null) column.getChildren().remove(spark);
        spark = sparkLine();
        column.getChildren().remove(course);
        VBox.setVgrow(spark, Priority.ALWAYS);
        column.getChildren().add(spark);
        colour();
    }

    private Tile sparkLine() {
        var tile = TileBuilder.create()
                .skinType(SkinType.SMOOTH_AREA_CHART)
                .chartData(figures())
                .valueVisible(false)
                .textVisible(false)
                .animated(false)
                .smoothing(false)
                .dataPointsVisible(false)
                .fillWithGradient(true)
                .title("")
                .unit("")
                .build();
        tile.setMouseTransparent(true);
        tile.setMinSize(40, 24);
        tile.setPrefSize(160, 48);
        return tile;
    }

    /// TilesFX draws from zero; the course is what matters, so the lowest figure is set at a third of the height.
    private List<ChartData> figures() {
        var values =
                figure.trend().stream().mapToDouble(BigDecimal::doubleValue).toArray();
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(0);
        double foot = high == low ? 1 : (high - low) / 2;
        return DoubleStream.of(values)
                .mapToObj(value -> new ChartData("", value - low + foot))
                .toList();
    }

    private void colour() {
        if (spark == null) return;
        spark.setGradientStops(
                new Stop(0, line().deriveColor(0, 1, 1, 0.3)), new Stop(1, line().deriveColor(0, 1, 1, 0.05)));
        spark.setBackgroundColor(ground());
        spark.setBarColor(line());
        spark.setForegroundColor(line());
        spark.setTickLabelColor(line());
    }
}
