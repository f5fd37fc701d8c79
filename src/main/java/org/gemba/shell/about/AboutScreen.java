package org.gemba.shell.about;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.shell.ShellParts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Version, Java, data folder, and the libraries with their licences.
public final class AboutScreen implements Screen {
    private final Desk desk;
    private final Grid<Library> libraries;
    private final VBox page = new VBox();

    public AboutScreen(Desk desk, ShellParts parts) {
        this.desk = desk;
        this.libraries = new Grid<>(
                desk,
                GridSpec.of(
                        "shell.libraryList",
                        List.of(
                                GridColumn.<Library>text("name", "shell.about.library", Library::name)
                                        .width(22),
                                GridColumn.<Library>text("licence", "shell.about.licence", Library::licence)
                                        .width(22),
                                GridColumn.<Library>text("site", "shell.about.site", Library::site)
                                        .width(30))));
        libraries.rows(Library.all());
        VBox.setVgrow(libraries.node(), Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren()
                .addAll(
                        words("screen-title", "shell.about.version", parts.version()),
                        words("quiet", "shell.about.words"),
                        words("quiet", "shell.about.java", System.getProperty("java.version", "")),
                        words("line-title", "shell.about.folder"),
                        copyable(parts.dataFolder().toString()),
                        words("line-title", "shell.about.libraries"),
                        libraries.node());
    }

    private Label words(String style, String key, Object... arguments) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key, arguments));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static TextField copyable(String text) {
        var field = new TextField(text);
        field.setEditable(false);
        return field;
    }

    @Override
    public String id() {
        return "shell.about";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.about.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignI.INFORMATION_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return libraries.actions();
    }

    @Override
    public void onShow() {
        libraries.onShow();
    }

    @Override
    public void onHide() {
        libraries.onHide();
    }
}
