package org.gemba.shell.tasks;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.grid.EmptyList;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.gemba.shell.tasks.TaskCentreViewModel.Show;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The task centre: what runs, waits, failed and was done, with progress, cancel and run again.
public final class TaskCentreScreen implements Screen {
    private final Desk desk;
    private final TaskCentreViewModel model;
    private final ListView<TaskRecord> list = new ListView<>();
    private final VBox page = new VBox();

    public TaskCentreScreen(Desk desk, Tasks tasks) {
        this.desk = desk;
        this.model = new TaskCentreViewModel(desk, tasks);
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        list.setId("task-list");
        list.getStyleClass().add("tall-lines");
        list.setItems(model.shown());
        list.setCellFactory(view -> new TaskCell(desk, model));
        list.setPlaceholder(new EmptyList(desk, "shell.tasks.empty", null));
        VBox.setVgrow(list, Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(title, filters(), list);
    }

    private Node filters() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("toolbar-row");
        for (var show : Show.values()) row.getChildren().add(filter(group, show));
        return row;
    }

    private ToggleButton filter(ToggleGroup group, Show show) {
        var button = new ToggleButton();
        button.setId("tasks-" + show);
        button.setToggleGroup(group);
        button.setSelected(model.showProperty().get() == show);
        button.textProperty().bind(desk.language().text("shell.tasks.show." + show.name(), model.count(show)));
        button.setOnAction(event -> {
            button.setSelected(true);
            model.showProperty().set(show);
        });
        return button;
    }

    @Override
    public String id() {
        return "shell.tasks";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.tasks.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PROGRESS_CLOCK;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.begin();
        list.requestFocus();
    }

    @Override
    public void onHide() {
        model.end();
    }
}
