package org.gemba.shell.home;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The first page: the tiles of the features, and the way to everything else.
public final class HomeScreen implements Screen {
    private final Desk desk;
    private final List<Screen> tiles;
    private final ScrollPane page;

    public HomeScreen(Desk desk, List<Part> parts) {
        this.desk = desk;
        this.tiles = parts.stream().map(part -> part.create().get()).toList();
        var greeting = new Label();
        greeting.textProperty()
                .bind(desk.language()
                        .text("shell.home.greeting", desk.caller().get().username()));
        greeting.getStyleClass().add("screen-title");
        var flow = new FlowPane();
        flow.getStyleClass().add("tiles");
        for (int i = 0; i < parts.size(); i++) flow.getChildren().add(card(parts.get(i), tiles.get(i)));
        var column = new VBox(greeting, hint(), flow);
        column.getStyleClass().add("screen");
        page = new ScrollPane(column);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
    }

    private Node hint() {
        var button = new Button(null, new FontIcon(MaterialDesignM.MAGNIFY));
        button.setId("home-search");
        button.textProperty().bind(desk.language().text("shell.home.hint"));
        button.getStyleClass().addAll("search-button", "home-search");
        button.setOnAction(event -> desk.actions().find("do.palette").ifPresent(action -> action.runIfEnabled()));
        return button;
    }

    private Node card(Part part, Screen tile) {
        var title = new Label(null, new FontIcon(part.icon()));
        title.textProperty().bind(desk.language().text(part.titleKey()));
        title.getStyleClass().add("line-title");
        var card = new VBox(title, tile.node());
        card.getStyleClass().add("tile-card");
        return card;
    }

    @Override
    public String id() {
        return "shell.home";
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("shell.home.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignH.HOME_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        tiles.forEach(Screen::onShow);
    }

    @Override
    public void onHide() {
        tiles.forEach(Screen::onHide);
    }
}
