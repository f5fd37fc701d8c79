package org.gemba.fx.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.task.Jobs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The grid that every list uses. Filtering, sorting, totals, copies and files are computed off the FX thread; what
/// shows is replaced at once when they are done. Everything is reachable by keyboard; {@link #actions()} belong into
/// the actions of the screen that holds it.
public final class Grid<T> {
    private final Desk desk;
    private final GridSpec<T> spec;
    private final Jobs jobs;
    private final GridData<T> data;
    private final GridTable<T> table;
    private final GridToolbar<T> toolbar;
    private final GridFooter<T> footer;
    private final GridOutput<T> output;
    private final GridViews views;
    private final BorderPane pane = new BorderPane();
    private final ObjectProperty<GridQuery> query = new SimpleObjectProperty<>(GridQuery.ALL);
    private final ReadOnlyObjectWrapper<@Nullable T> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<GridIndex.Answer<T>> answer;
    private GridIndex<T> index;
    private CellTexts texts;
    private @Nullable String typed;
    private boolean asking;
    private Runnable edited = () -> {};

    public Grid(Desk desk, GridSpec<T> spec) {
        this.desk = desk;
        this.spec = spec;
        this.jobs = desk.background().jobs();
        this.data = new GridData<>(spec);
        this.texts = new CellTexts(desk);
        this.index = index();
        this.answer = new ReadOnlyObjectWrapper<>(index.answer(GridQuery.ALL, () -> false));
        this.views = new GridViews(desk.memory(), spec.id());
        this.table = new GridTable<>(this, desk, spec);
        this.output = new GridOutput<>(this, desk, spec, jobs);
        this.toolbar = new GridToolbar<>(this, desk, spec, output, views);
        this.footer = new GridFooter<>(this, desk, spec);
        var menu = new ArrayList<>(spec.rowActions());
        menu.addAll(output.actions());
        table.node().setContextMenu(new ActionControls(desk).contextMenu(menu));
        pane.getStyleClass().add("grid");
        pane.setTop(toolbar.node());
        pane.setCenter(table.frozen().node());
        pane.setBottom(footer.node());
        query.addListener((property, old, now) -> ask());
        desk.language().localeProperty().addListener((property, old, now) -> speakAnew());
        selection().addListener((ListChangeListener<GridRow<T>>) change -> selectionChanged());
        // The list changes before the selected item does.
        table.node().getSelectionModel().selectedItemProperty().addListener((property, old, now) -> selectionChanged());
        views.last().ifPresent(this::show);
    }

    public Node node() {
        return pane;
    }

    /// Replaces the data; filters, sorting and the selected row's place stay.
    public void rows(List<T> rows) {
        data.load(rows);
        index = index();
        ask();
    }

    /// All rows as they are now, edited ones too; those with a wrong cell hold their last good value.
    public List<GridRow.Data<T>> rows() {
        return data.rows();
    }

    /// Runs after every edit, paste, fill, undo and redo; {@link #rows()} then holds the outcome.
    public void onEdited(Runnable action) {
        edited = action;
    }

    /// Asks the columns again, for those whose value depends on more than the row; edits and their undo stay.
    public void recompute() {
        index = index();
        ask();
        table.node().refresh();
    }

    /// Copy, export, find, undo and the like.
    public List<Action> actions() {
        return output.actions();
    }

    /// The row under the cursor; null for none.
    public ReadOnlyObjectProperty<@Nullable T> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The selected rows at this moment, edited values included, from top to bottom.
    public List<T> selectedRowsNow() {
        return selectedRows().stream().map(GridRow.Data::value).toList();
    }

    /// Whether the rows on screen are still those of an earlier question.
    public boolean isAsking() {
        return asking;
    }

    public void focus() {
        table.node().requestFocus();
    }

    public void onShow() {
        if (asking) ask();
    }

    /// Cancels what is being computed and keeps the view for the next time.
    public void onHide() {
        jobs.cancelAll();
        views.left(view());
    }

    /// How it looks now.
    public GridView view() {
        return new GridView(table.shownColumns(), query.get());
    }

    /// Asks for other rows; columns stay.
    public void show(GridQuery wanted) {
        table.showSorts(wanted.sorts());
        query.set(wanted);
        toolbar.showQuery(wanted);
    }

    public void show(GridView view) {
        table.showColumns(view.columns());
        show(view.query());
    }

    /// Back to the columns and order that the program came with.
    public void reset() {
        table.showColumns(List.of());
        show(new GridView(table.shownColumns(), GridQuery.ALL));
    }

    public TableView<GridRow<T>> tableView() {
        return table.node();
    }

    ObjectProperty<GridQuery> query() {
        return query;
    }

    void change(UnaryOperator<GridQuery> how) {
        query.set(how.apply(query.get()));
    }

    ReadOnlyObjectProperty<GridIndex.Answer<T>> answer() {
        return answer.getReadOnlyProperty();
    }

    GridTable<T> table() {
        return table;
    }

    GridToolbar<T> toolbar() {
        return toolbar;
    }

    CellTexts texts() {
        return texts;
    }

    Jobs jobs() {
        return jobs;
    }

    GridIndex<T> currentIndex() {
        return index;
    }

    GridData<T> data() {
        return data;
    }

    String words(String key, Object... arguments) {
        return desk.language().now(key, arguments);
    }

    ObservableValue<String> title(GridColumn<T> column) {
        return desk.language().text(column.titleKey());
    }

    GridViews views() {
        return views;
    }

    String groupTitle(GridRow.Group<T> group) {
        var title = group.title().isEmpty() ? words("fx.grid.blank") : group.title();
        return title + "  (" + group.count() + ")";
    }

    Ikon groupIcon(GridRow.Group<T> group) {
        return query.get().collapsed().contains(group.title())
                ? MaterialDesignC.CHEVRON_RIGHT
                : MaterialDesignC.CHEVRON_DOWN;
    }

    List<GridRow.Data<T>> selectedRows() {
        return dataOf(selection());
    }

    List<GridRow.Data<T>> shownRows() {
        return dataOf(answer.get().rows());
    }

    /// The character that started an edit, handed over once.
    Optional<String> takeTyped() {
        var first = Optional.ofNullable(typed);
        typed = null;
        return first;
    }

    void editWith(String first) {
        typed = first;
        table.editFocused();
        typed = null;
    }

    void move(int rows, int columns) {
        table.move(rows, columns);
    }

    void enter(GridRow.Data<T> row, GridColumn<T> column, String text) {
        if (text.equals(texts.plain(column.of(row.value()))) && row.wrong().get(column.id()) == null) return;
        changed(data.enter(List.of(new GridData.CellText(row.index(), column.id(), text))));
    }

    /// Shows edited rows where they stand; sorting and filters follow only when they are asked again, so that no line
    /// jumps away under the cursor.
    void changed(List<GridRow.Data<T>> rows) {
        if (rows.isEmpty()) return;
        index = index();
        table.replace(rows, data.size());
        footer.refresh();
        edited.run();
    }

    private void selectionChanged() {
        var row = table.node().getSelectionModel().getSelectedItem();
        selected.set(row instanceof GridRow.Data<T> chosen ? chosen.value() : null);
        footer.refresh();
    }

    private void ask() {
        var asked = query.get();
        var from = index;
        asking = true;
        jobs.runLatest("query", progress -> from.answer(asked, progress::isCancelled))
                .onSuccess(this::answered)
                .start();
    }

    private void answered(GridIndex.Answer<T> fresh) {
        asking = false;
        answer.set(fresh);
        table.show(fresh.rows());
        toolbar.showMisread(fresh.misread());
    }

    private void speakAnew() {
        texts = new CellTexts(desk);
        index = index();
        ask();
        table.node().refresh();
    }

    private GridIndex<T> index() {
        var today = LocalDate.ofInstant(desk.clock().instant(), desk.zone());
        return new GridIndex<>(data.rows(), spec.columns(), () -> new CellTexts(desk), today);
    }

    private javafx.collections.ObservableList<GridRow<T>> selection() {
        return table.node().getSelectionModel().getSelectedItems();
    }

    private static <T> List<GridRow.Data<T>> dataOf(List<GridRow<T>> rows) {
        var list = new ArrayList<GridRow.Data<T>>(rows.size());
        for (var row : rows) {
            if (row instanceof GridRow.Data<T> found) list.add(found);
        }
        return list;
    }
}
