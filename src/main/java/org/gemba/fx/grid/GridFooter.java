package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gemba.fx.Desk;

/// The line below a grid: how many rows fit, how many are selected, and the sums of either.
final class GridFooter<T> {
    private final Grid<T> grid;
    private final GridSpec<T> spec;
    private final Label count = new Label();
    private final Label sums = new Label();
    private final HBox line;

    GridFooter(Grid<T> grid, Desk desk, GridSpec<T> spec) {
        this.grid = grid;
        this.spec = spec;
        count.setId("grid-count");
        sums.setId("grid-sums");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(count, gap, sums);
        line.getStyleClass().add("grid-footer");
        grid.answer().addListener((property, old, now) -> refresh());
        desk.language().localeProperty().addListener((property, old, now) -> refresh());
    }

    Node node() {
        return line;
    }

    void refresh() {
        var answer = grid.answer().get();
        var chosen = grid.selectedRows();
        int all = grid.data().size();
        var words = answer.matched() == all
                ? grid.words("fx.grid.count", all)
                : grid.words("fx.grid.count.filtered", answer.matched(), all);
        if (chosen.size() > 1) words += "  ·  " + grid.words("fx.grid.count.selected", chosen.size());
        count.setText(words);
        if (spec.columns().stream().noneMatch(GridColumn::totalled)) return;
        var rows = chosen.size() > 1 ? chosen : grid.shownRows();
        var index = grid.currentIndex();
        grid.jobs()
                .runLatest("totals", progress -> index.totals(rows))
                .onSuccess(this::show)
                .start();
    }

    private void show(Map<String, BigDecimal> totals) {
        sums.setText(spec.columns().stream()
                .filter(column -> totals.containsKey(column.id()))
                .map(column -> grid.words(column.titleKey()) + "  Σ "
                        + grid.texts().shown(column.kind(), totals.get(column.id())))
                .collect(Collectors.joining("     ")));
    }
}
