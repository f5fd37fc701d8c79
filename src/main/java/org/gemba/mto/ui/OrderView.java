package org.gemba.mto.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.print.PrintPreview;
import org.gemba.mto.MtoService;
import org.gemba.mto.MtoTraveller;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Where one order stands: header, materials, related documents.
final class OrderView implements Screen {
    private final Desk desk;
    private final OrderViewModel model;
    private final MtoTraveller traveller;
    private final Grid<OrderViewModel.Line> grid;
    private final VBox page;
    private final Action refresh;
    private final Action print;

    OrderView(Desk desk, MtoService service, MtoTraveller traveller, String mtoNumber) {
        this.desk = desk;
        this.model = new OrderViewModel(desk, service, mtoNumber);
        this.traveller = traveller;
        this.grid = OrderGrid.of(desk);
        this.refresh = Action.of("mto.order.refresh", "mto.order.refresh", MaterialDesignR.REFRESH, model::refresh)
                .shortcut("F5")
                .enabledWhen(Bindings.not(model.busyProperty()));
        this.print = Action.of("mto.order.print", "mto.order.print", MaterialDesignP.PRINTER, this::print)
                .shortcut("Shortcut+P")
                .enabledWhen(model.hereProperty());
        var split = new SplitPane(grid.node(), new RelatedTree(desk, model).node());
        split.setDividerPositions(0.8);
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(top(), split);
        page.getStyleClass().add("screen");
        model.statusProperty().addListener((property, old, now) -> grid.rows(model.lines()));
        desk.language().localeProperty().addListener((property, old, now) -> grid.rows(model.lines()));
    }

    @Override
    public String id() {
        return MtoScreens.ORDER;
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(model.mtoNumber());
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FILE_TREE_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(List.of(refresh, print));
        all.addAll(grid.actions());
        return all;
    }

    @Override
    public void onShow() {
        model.onShow();
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        model.onHide();
        grid.onHide();
    }

    private Node top() {
        var controls = new ActionControls(desk);
        var busy = new ProgressBar();
        busy.visibleProperty().bind(model.busyProperty());
        busy.setPrefWidth(90);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new OrderHeader(desk, model).node();
        HBox.setHgrow(header, Priority.ALWAYS);
        var row = new HBox(header, gap, busy, controls.button(refresh), controls.button(print));
        row.getStyleClass().add("order-top");
        return row;
    }

    private void print() {
        var status = model.statusProperty().get();
        if (status == null) return;
        var locale = desk.language().locale();
        var printedAt = desk.clock().instant();
        model.run(
                        "print",
                        progress -> PrintPreview.Pages.draw(
                                model.mtoNumber(), traveller.print(status, locale, printedAt), progress))
                .onSuccess(pages -> new PrintPreview(desk, pages).show())
                .start();
    }
}
