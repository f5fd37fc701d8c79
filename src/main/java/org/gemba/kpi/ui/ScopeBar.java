package org.gemba.kpi.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.form.Shown;
import org.gemba.kpi.Client;

/// The head of a KPI screen: its title, for whom and how long, and what can be done.
final class ScopeBar {
    private ScopeBar() {}

    static Node head(Desk desk, ScopeModel model, String titleKey, Label remark, Node... buttons) {
        var title = new Label();
        title.textProperty().bind(desk.language().text(titleKey));
        title.getStyleClass().add("screen-title");
        remark.getStyleClass().add("quiet");
        remark.setWrapText(true);
        var words = new VBox(title, remark);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, clients(desk, model), spans(desk, model));
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("order-top");
        return row;
    }

    static ComboBox<Client> clients(Desk desk, ScopeModel model) {
        var box = new ComboBox<>(model.clients());
        box.setId("kpi-client");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.accessibleTextProperty().bind(desk.language().text("kpi.ui.client"));
        box.setConverter(Shown.as(Client::name));
        box.valueProperty().bindBidirectional(model.clientProperty());
        return box;
    }

    static ComboBox<Integer> spans(Desk desk, ScopeModel model) {
        var box = new ComboBox<Integer>();
        box.setId("kpi-span");
        box.getItems().setAll(ScopeModel.SPANS);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.accessibleTextProperty().bind(desk.language().text("kpi.ui.span"));
        Shown<Integer> converter = Shown.as(days -> desk.language().now("kpi.ui.days", days));
        box.setConverter(converter);
        box.valueProperty().bindBidirectional(model.daysProperty());
        desk.language().localeProperty().addListener((property, old, now) -> {
            box.setConverter(null);
            box.setConverter(converter);
        });
        return box;
    }

    static Label problem(javafx.beans.value.ObservableStringValue text) {
        var problem = new Label();
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(text);
        problem.visibleProperty().bind(Bindings.isNotEmpty(text));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
