package org.gemba.shell.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.form.Shown;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.platform.log.LogLine;
import org.gemba.platform.log.LogLine.Level;
import org.gemba.platform.log.RecentLog;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The log of this run as a grid (its filters find level, text, code), failures grouped on wish, the stack trace below.
public final class LogScreen implements Screen {
    private final Desk desk;
    private final RecentLog log;
    private final Grid<LogGroups.Row> grid;
    private final TextArea details = new TextArea();
    private final ComboBox<Level> level = new ComboBox<>();
    private final CheckBox grouped = new CheckBox();
    private final VBox page = new VBox();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> look()));
    private List<LogLine> lines = new ArrayList<>();

    public LogScreen(Desk desk, RecentLog log) {
        this.desk = desk;
        this.log = log;
        this.grid = new Grid<>(desk, GridSpec.of("shell.logList", columns()).whenEmpty("shell.logs.empty", null));
        clock.setCycleCount(Timeline.INDEFINITE);
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        details.setEditable(false);
        details.getStyleClass().add("log-details");
        details.setId("log-details");
        grid.selectedProperty().addListener((property, old, now) -> details.setText(now == null ? "" : now.text()));
        var split = new SplitPane(grid.node(), details);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.72);
        VBox.setVgrow(split, Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(title, choices(), split);
    }

    private Node choices() {
        var words = new Label();
        words.textProperty().bind(desk.language().text("shell.logs.from"));
        level.setId("log-level");
        level.getItems().setAll(Level.values());
        level.setValue(Level.INFO);
        level.setConverter(Shown.as(of -> words(of)));
        level.valueProperty().addListener((property, old, now) -> show());
        grouped.setId("log-grouped");
        grouped.textProperty().bind(desk.language().text("shell.logs.grouped"));
        grouped.selectedProperty().addListener((property, old, now) -> show());
        var row = new HBox(words, level, grouped);
        row.getStyleClass().add("toolbar-row");
        return row;
    }

    private List<GridColumn<LogGroups.Row>> columns() {
        return List.of(
                GridColumn.<LogGroups.Row>instant("at", "shell.logs.at", LogGroups.Row::at),
                GridColumn.<LogGroups.Row>status("level", "shell.logs.level", row -> status(row.level()))
                        .width(8),
                GridColumn.<LogGroups.Row>number("count", "shell.logs.count", LogGroups.Row::count)
                        .width(5),
                GridColumn.<LogGroups.Row>text("identity", "shell.logs.identity", LogGroups.Row::identity)
                        .width(8),
                GridColumn.<LogGroups.Row>text("logger", "shell.logs.logger", LogGroups.Row::logger)
                        .width(11),
                GridColumn.<LogGroups.Row>text("message", "shell.logs.message", LogGroups.Row::message)
                        .width(48));
    }

    private static Status status(Level level) {
        Tone tone = switch (level) {
            case DEBUG, INFO -> Tone.QUIET;
            case WARN -> Tone.SHORT;
            case ERROR -> Tone.FAILED;
        };
        Ikon icon = switch (level) {
            case DEBUG, INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case WARN -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
        };
        var code = level.name().toLowerCase(java.util.Locale.ROOT);
        return new Status(code, "shell.logs.level." + level.name(), tone, icon, -level.ordinal());
    }

    private String words(Level of) {
        return desk.language().now("shell.logs.level." + of.name());
    }

    private void look() {
        var fresh = log.after(lines.isEmpty() ? 0 : lines.getLast().number());
        if (fresh.isEmpty()) return;
        lines = new ArrayList<>(log.after(0));
        show();
    }

    private void show() {
        var least = level.getValue();
        var wanted = lines.stream()
                .filter(line -> line.level().compareTo(least) >= 0)
                .collect(Collectors.toList());
        grid.rows(grouped.isSelected() ? LogGroups.byFailure(wanted) : LogGroups.single(wanted));
    }

    @Override
    public List<Action> actions() {
        var actions = new ArrayList<>(grid.actions());
        actions.add(Action.of("shell.logDetails", "shell.logs.copy", MaterialDesignC.CONTENT_COPY, this::copy)
                .shortcut("Shortcut+Shift+C"));
        return actions;
    }

    private void copy() {
        var content = new javafx.scene.input.ClipboardContent();
        content.putString(details.getText());
        javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public String id() {
        return "shell.logs";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.logs.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignT.TEXT_BOX_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        grid.onShow();
        look();
        clock.play();
        grid.focus();
    }

    @Override
    public void onHide() {
        clock.stop();
        grid.onHide();
    }
}
