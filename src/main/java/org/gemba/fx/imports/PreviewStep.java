package org.gemba.fx.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridRow;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.imports.ImportSpec.Problem;
import org.gemba.fx.imports.ImportSpec.Row;
import org.gemba.fx.wizard.WizardStep;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Every row as it would be imported, with what is wrong with it. Values are mended where they stand and rehearsed
/// again; rows can be skipped.
final class PreviewStep implements WizardStep {
    private static final Status GOOD =
            new Status("good", "fx.import.row.good", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 2);
    private static final Status WRONG =
            new Status("wrong", "fx.import.row.wrong", Tone.FAILED, MaterialDesignA.ALERT_CIRCLE_OUTLINE, 0);
    private static final Status SKIPPED =
            new Status("skipped", "fx.import.row.skipped", Tone.QUIET, MaterialDesignS.SKIP_NEXT_OUTLINE, 1);

    private final Desk desk;
    private final ImportViewModel model;
    private final Grid<Row> grid;
    private final Label counts = new Label();
    private final BorderPane page = new BorderPane();

    PreviewStep(Desk desk, ImportSpec spec, ImportViewModel model) {
        this.desk = desk;
        this.model = model;
        var columns = new ArrayList<GridColumn<Row>>();
        columns.add(GridColumn.number("row", "fx.import.number", Row::number).width(4));
        columns.add(GridColumn.status("state", "fx.import.state", this::state).width(9));
        columns.add(
                GridColumn.text("problem", "fx.import.problem", this::problem).width(20));
        for (var field : spec.fields()) columns.add(column(field));
        var skip = Action.of(
                        "import." + spec.id() + ".skip",
                        "fx.import.skip",
                        MaterialDesignS.SKIP_NEXT_OUTLINE,
                        this::skip)
                .shortcut("Shortcut+Delete");
        this.grid = new Grid<>(desk, GridSpec.of("import." + spec.id(), columns).withActions(List.of(skip)));
        grid.onEdited(this::edited);
        counts.setId("import-counts");
        counts.getStyleClass().add("import-counts");
        page.setTop(counts);
        page.setCenter(grid.node());
        page.setOnKeyPressed(event -> {
            if (skip.shortcut() != null && skip.shortcut().match(event)) skip.runIfEnabled();
        });
        desk.language().localeProperty().addListener((property, old, now) -> count());
    }

    private GridColumn<Row> column(ImportSpec.Field field) {
        return GridColumn.<Row>text(
                        field.name(), field.titleKey(), row -> row.values().getOrDefault(field.name(), ""))
                .editable(
                        (row, value) -> {
                            var values = new HashMap<>(row.values());
                            values.put(field.name(), value == null ? "" : value.toString());
                            return new Row(row.number(), values);
                        },
                        value -> Optional.empty());
    }

    private Status state(Row row) {
        if (model.isSkipped(row.number())) return SKIPPED;
        return model.problemsOf(row.number()).isEmpty() ? GOOD : WRONG;
    }

    private String problem(Row row) {
        return model.problemsOf(row.number()).stream().map(Problem::sentence).collect(Collectors.joining("; "));
    }

    private void skip() {
        var chosen = grid.selectedRowsNow().stream().map(Row::number).distinct().toList();
        model.skip(chosen);
        redraw();
    }

    private void edited() {
        model.replace(grid.rows().stream().map(GridRow.Data::value).toList(), this::redraw);
    }

    private void redraw() {
        grid.recompute();
        count();
    }

    private void count() {
        counts.setText(desk.language()
                .now(
                        "fx.import.counts",
                        model.rows().size(),
                        model.goodRows(),
                        model.wrongRows(),
                        model.skippedRows()));
    }

    @Override
    public void onEnter() {
        grid.rows(model.rows());
        count();
        grid.focus();
    }

    @Override
    public String titleKey() {
        return "fx.import.preview";
    }

    @Override
    public String nextKey() {
        return "fx.import.take";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return model.takeableProperty();
    }

    @Override
    public void onNext(Runnable proceed) {
        model.take(proceed);
    }
}
