package org.gemba.mto.ui;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.mto.MtoAlert.Kind;
import org.gemba.mto.MtoService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// On the home page: how much is out of order, and the way to it.
final class AlertsTile implements Screen {
    static final String ID = "mto.tile-alerts";

    private final Desk desk;
    private final AlertsViewModel model;
    private final VBox lines = new VBox();
    private final VBox box;

    AlertsTile(Desk desk, MtoService service) {
        this.desk = desk;
        this.model = new AlertsViewModel(desk, service);
        var open = Action.of(
                "mto.tile-open",
                "mto.alerts.tile.open",
                MaterialDesignA.ARROW_RIGHT,
                () -> desk.navigator().open(MtoScreens.ALERTS));
        box = new VBox(lines, new ActionControls(desk).button(open));
        box.getStyleClass().add("tile-lines");
        lines.getStyleClass().add("tile-lines");
        model.alertsProperty().addListener((property, old, now) -> show());
    }

    private void show() {
        lines.getChildren().clear();
        for (var kind : Kind.values()) {
            long count = model.count(kind);
            var line = new StatusLabel(desk.language());
            line.show(status(kind, count), count);
            lines.getChildren().add(line);
        }
    }

    private static Status status(Kind kind, long count) {
        var key = "mto.alerts.tile." + kind.name().toLowerCase(Locale.ROOT);
        if (count == 0) return new Status("none", key, Tone.QUIET, MaterialDesignC.CHECK, 0);
        var tone = switch (kind) {
            case SHORT -> Tone.SHORT;
            case OVER_PICKED, OVER_SHIPPED -> Tone.OVER;
        };
        return new Status("some", key, tone, MaterialDesignA.ALERT_CIRCLE_OUTLINE, 1);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("mto.alerts.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void onShow() {
        model.load();
    }

    @Override
    public void onHide() {
        model.onHide();
    }
}
