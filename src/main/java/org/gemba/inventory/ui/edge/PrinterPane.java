package org.gemba.inventory.ui.edge;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.form.Shown;
import org.gemba.inventory.PrinterConfig;
import org.gemba.inventory.PrinterConfig.Backend;
import org.gemba.inventory.PrinterConfig.Driver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which printer the labels go to; for administrators.
final class PrinterPane {
    private static final double GAP = 8;

    private final LabelsViewModel model;
    private final Form form;
    private final ComboBox<Backend> backend = new ComboBox<>();
    private final ComboBox<Driver> driver = new ComboBox<>();
    private final ComboBox<String> printerModel = new ComboBox<>();
    private final TextField address;
    private final TitledPane pane;

    PrinterPane(Desk desk, LabelsViewModel model) {
        this.model = model;
        this.form = new Form(desk.language());
        backend.getItems().setAll(Backend.values());
        driver.getItems().setAll(Driver.values());
        printerModel.getItems().setAll(PrinterConfig.MODELS);
        backend.setConverter(words(
                one -> desk.language().now("inventory.printer." + one.name().toLowerCase(Locale.ROOT))));
        driver.setConverter(words(one -> one == Driver.ZPL ? "ZPL" : "Brother QL"));
        form.control("backend", "inventory.printer.backend", backend);
        address = form.text("printer_identifier", "inventory.printer.address", FieldCheck.NONE);
        form.control("driver", "inventory.printer.driver", driver);
        form.control("model", "inventory.printer.model", printerModel);
        var save = Action.of(
                        "inventory.printer.save",
                        "inventory.printer.save",
                        MaterialDesignC.CONTENT_SAVE_OUTLINE,
                        this::save)
                .needs(Permission.SETTINGS_WRITE);
        pane = new TitledPane("", new VBox(GAP, form.node(), new ActionControls(desk).button(save)));
        pane.textProperty().bind(desk.language().text("inventory.printer.title"));
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setId("printer-pane");
        model.printerProperty().addListener((property, old, now) -> show(now));
        model.printerRefusedProperty().addListener((property, old, now) -> {
            if (now != null) form.show(now);
        });
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return Shown.as(words);
    }

    Node node() {
        return pane;
    }

    private void show(@Nullable PrinterConfig config) {
        if (config == null) return;
        form.clear();
        backend.setValue(config.backend());
        driver.setValue(config.driver());
        printerModel.setValue(config.model());
        address.setText(config.printerIdentifier());
    }

    private void save() {
        var now = model.printerProperty().get();
        if (now == null || !form.isGood()) return;
        model.configure(new PrinterConfig(
                backend.getValue(),
                driver.getValue(),
                address.getText().strip(),
                now.dpi(),
                printerModel.getValue(),
                now.scalingFactor(),
                Map.of()));
    }
}
