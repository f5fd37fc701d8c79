package org.gemba.mto.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.mto.MtoService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// On the home page: the orders looked up last, one click away.
final class RecentTile implements Screen {
    static final String ID = "mto.tile-recent";
    private static final int SHOWN = 5;

    private final Desk desk;
    private final LookupViewModel model;
    private final VBox box = new VBox();

    RecentTile(Desk desk, MtoService service) {
        this.desk = desk;
        this.model = new LookupViewModel(desk, service);
        box.getStyleClass().add("tile-lines");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("mto.recent.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignH.HISTORY;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void onShow() {
        model.onShow();
        box.getChildren().clear();
        model.recent().stream().limit(SHOWN).forEach(order -> {
            var link = new Hyperlink(order);
            link.setOnAction(event -> model.open(order));
            box.getChildren().add(link);
        });
        if (model.recent().isEmpty()) box.getChildren().add(nothing());
        var look = Action.of(
                "mto.tile-lookup",
                "mto.lookup.title",
                MaterialDesignB.BARCODE_SCAN,
                () -> desk.navigator().open(MtoScreens.LOOKUP));
        box.getChildren().add(new ActionControls(desk).button(look));
    }

    private Label nothing() {
        var words = new Label();
        words.textProperty().bind(desk.language().text("mto.lookup.recent.none"));
        words.getStyleClass().add("quiet");
        return words;
    }

    @Override
    public void onHide() {
        model.onHide();
    }
}
