package org.gemba.shell.settings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.scan.ScanSettings;

/// How the barcode scanner at this place types; heeded from the next login on.
final class ScannerPage {
    private final Desk desk;
    private final CheckBox enabled = new CheckBox();
    private final TextField prefix = new TextField();
    private final Spinner<Integer> gap;
    private final VBox box = new VBox();

    ScannerPage(Desk desk) {
        this.desk = desk;
        var now = ScanSettings.in(desk.memory());
        var fields = new Fields(desk.language());
        enabled.setId("scanner-enabled");
        enabled.textProperty().bind(desk.language().text("shell.scanner.enabled"));
        enabled.setSelected(now.enabled());
        prefix.setId("scanner-prefix");
        prefix.setText(now.prefix());
        prefix.setMaxWidth(80);
        prefix.textProperty().addListener((property, old, typed) -> {
            if (typed.length() > 1) prefix.setText(typed.substring(typed.length() - 1));
        });
        gap = new Spinner<>(5, 200, now.gapMillis(), 5);
        gap.setId("scanner-gap");
        gap.setEditable(false);
        box.getStyleClass().add("form");
        box.getChildren()
                .addAll(
                        fields.quiet("shell.scanner.help"),
                        enabled,
                        field(fields, "shell.scanner.prefix", prefix),
                        field(fields, "shell.scanner.gap", gap));
        enabled.selectedProperty().addListener((property, old, chosen) -> keep());
        prefix.textProperty().addListener((property, old, typed) -> {
            if (typed.length() < 2) keep();
        });
        gap.valueProperty().addListener((property, old, chosen) -> keep());
    }

    Node node() {
        return box;
    }

    private Node field(Fields fields, String key, Node control) {
        var column = new VBox(fields.quiet(key), control);
        column.getStyleClass().add("field");
        return column;
    }

    private void keep() {
        var shortest = ScanSettings.STANDARD.shortest();
        new ScanSettings(enabled.isSelected(), prefix.getText(), gap.getValue(), shortest).keep(desk.memory());
    }
}
