package org.gemba.mto.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.mto.RelatedOrders;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The bills around an order: each kind with its bills, a receipt or picking under the order that it reports on.
final class RelatedTree {
    private final Desk desk;
    private final OrderViewModel model;
    private final TreeView<String> tree = new TreeView<>();
    private final VBox box;

    RelatedTree(Desk desk, OrderViewModel model) {
        this.desk = desk;
        this.model = model;
        var title = new Label();
        title.textProperty().bind(desk.language().text("mto.order.related"));
        title.getStyleClass().add("section-title");
        tree.setId("mto-related");
        tree.setShowRoot(false);
        tree.accessibleTextProperty().bind(desk.language().text("mto.order.related"));
        VBox.setVgrow(tree, Priority.ALWAYS);
        box = new VBox(title, tree);
        box.getStyleClass().add("related");
        model.statusProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    Node node() {
        return box;
    }

    private void show() {
        var status = model.statusProperty().get();
        if (status == null) return;
        var root = new TreeItem<String>();
        for (var kind : RelatedOrders.Kind.values()) {
            var bills = status.related().of(kind);
            if (bills.isEmpty()) continue;
            var words = desk.language().now("mto.bill." + kind.word()) + "  (" + bills.size() + ")";
            var group = new TreeItem<>(
                    words,
                    new FontIcon(
                            kind.isOrder()
                                    ? MaterialDesignF.FILE_DOCUMENT_OUTLINE
                                    : MaterialDesignF.FILE_CHECK_OUTLINE));
            bills.forEach(bill -> group.getChildren().add(new TreeItem<>(line(bill))));
            group.setExpanded(bills.size() <= 5);
            root.getChildren().add(group);
        }
        tree.setRoot(root);
    }

    private static String line(RelatedOrders.Bill bill) {
        return bill.linkedOrder() == null ? bill.billNo() : bill.billNo() + "  ←  " + bill.linkedOrder();
    }
}
