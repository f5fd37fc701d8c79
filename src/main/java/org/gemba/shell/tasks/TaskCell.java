package org.gemba.shell.tasks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Tone;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// One task: state in icon and words, what it says, progress, what can be done.
final class TaskCell extends ListCell<TaskRecord> {
    private final Desk desk;
    private final TaskTitles titles;
    private final FontIcon icon = new FontIcon();
    private final Label state = new Label(null, icon);
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label when = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Button retry;
    private final HBox row;

    TaskCell(Desk desk, TaskCentreViewModel model) {
        this.desk = desk;
        this.titles = new TaskTitles(desk.language());
        state.getStyleClass().add("task-state");
        title.getStyleClass().add("line-title");
        words.getStyleClass().add("quiet");
        when.getStyleClass().addAll("quiet", "task-when");
        bar.getStyleClass().add("task-bar");
        cancel = button("shell.tasks.cancel", "task-cancel");
        cancel.setOnAction(event -> {
            if (getItem() != null) model.cancel(getItem().id());
        });
        retry = button("shell.tasks.retry", "task-retry");
        retry.setOnAction(event -> {
            if (getItem() != null) model.retry(getItem().id());
        });
        cancel.setDisable(!model.mayChange());
        retry.setDisable(!model.mayChange());
        var text = new VBox(title, words);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        text.setPrefWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        when.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(state, text, bar, when, cancel, retry);
        row.getStyleClass().add("task-line");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TaskRecord task, boolean empty) {
        super.updateItem(task, empty);
        setText(null);
        if (empty || task == null) {
            setGraphic(null);
            return;
        }
        title.setText(titles.of(task.kind()));
        words.setText(words(task));
        when.setText(when(task));
        icon.setIconCode(icon(task.state()));
        state.setText(desk.language().now("shell.tasks.state." + task.state().name()));
        state.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        state.getStyleClass().add(tone(task.state()).styleClass());
        bar.setProgress(task.progress() / 100.0);
        show(bar, task.state() == State.RUNNING);
        show(cancel, !task.state().isOver());
        show(retry, task.state() == State.FAILED || task.state() == State.CANCELLED);
        setGraphic(row);
    }

    private String words(TaskRecord task) {
        if (task.error() != null && task.state() != State.RUNNING) return task.error();
        if (task.result() != null) return task.result();
        return task.phase().isEmpty() ? task.message() : task.phase() + " · " + task.message();
    }

    private String when(TaskRecord task) {
        var formats = desk.formats();
        var now = desk.clock().instant();
        var begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
        var span = formats.asOf(begun, now)
                + (task.finishedAt() == null ? "" : " – " + formats.asOf(task.finishedAt(), now));
        return span + " · " + task.createdBy();
    }

    private Button button(String key, String style) {
        var button = new Button();
        button.textProperty().bind(desk.language().text(key));
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Ikon icon(State state) {
        return switch (state) {
            case QUEUED -> MaterialDesignT.TRAY_FULL;
            case RUNNING -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
            case RETRY -> MaterialDesignC.CLOCK_OUTLINE;
            case COMPLETED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case FAILED -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case CANCELLED -> MaterialDesignC.CANCEL;
        };
    }

    private static Tone tone(State state) {
        return switch (state) {
            case QUEUED, CANCELLED -> Tone.QUIET;
            case RUNNING -> Tone.RUNNING;
            case RETRY -> Tone.SHORT;
            case COMPLETED -> Tone.DONE;
            case FAILED -> Tone.FAILED;
        };
    }
}
