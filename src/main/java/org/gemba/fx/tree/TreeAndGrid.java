package org.gemba.fx.tree;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.gemba.fx.Desk;
import org.gemba.fx.grid.Grid;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// A tree at the left and the list of what belongs to the chosen branch at the right: categories and parts, locations
/// and stock. Rows are dragged onto a branch, or cut with Ctrl+X and put there with Ctrl+V.
///
/// @param <N> a branch
/// @param <T> a row of the list
public final class TreeAndGrid<N, T> {
    private static final double TREE_SHARE = 0.24;
    private static final KeyCombination CUT = new KeyCodeCombination(KeyCode.X, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PUT = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    /// What the tree is made of.
    ///
    /// @param id stable, so that a branch that is loaded anew stays open and chosen
    public record Branches<N>(
            Function<N, String> id, Function<N, String> title, Function<N, List<N>> children, Ikon icon) {}

    /// Where rows may go and what follows.
    public record Moves<N, T>(BiPredicate<N, List<T>> accepts, BiConsumer<N, List<T>> move) {
        public static <N, T> Moves<N, T> none() {
            return new Moves<>((branch, rows) -> false, (branch, rows) -> {});
        }
    }

    private final Desk desk;
    private final Branches<N> branches;
    private final Moves<N, T> moves;
    private final Grid<T> grid;
    private final TreeView<N> tree = new TreeView<>();
    private final ReadOnlyObjectWrapper<@Nullable N> chosen = new ReadOnlyObjectWrapper<>();
    private final SplitPane pane;
    private List<T> carried = List.of();

    public TreeAndGrid(Desk desk, Branches<N> branches, Moves<N, T> moves, Grid<T> grid) {
        this.desk = desk;
        this.branches = branches;
        this.moves = moves;
        this.grid = grid;
        tree.getStyleClass().add("branches");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new BranchCell<>(this, branches));
        tree.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, old, now) -> chosen.set(now == null ? null : now.getValue()));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInTree);
        grid.node().addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInGrid);
        grid.tableView().setOnDragDetected(event -> {
            carried = List.copyOf(grid.selectedRowsNow());
            if (carried.isEmpty()) return;
            var board = grid.tableView().startDragAndDrop(TransferMode.MOVE);
            var content = new ClipboardContent();
            content.putString(desk.language().now("fx.tree.carried", carried.size()));
            board.setContent(content);
            event.consume();
        });
        grid.tableView().setOnDragDone(event -> carried = List.of());
        pane = new SplitPane(tree, grid.node());
        pane.setDividerPositions(TREE_SHARE);
        SplitPane.setResizableWithParent(tree, false);
    }

    public Node node() {
        return pane;
    }

    /// The branch whose rows the list should show; null for none.
    public ReadOnlyObjectProperty<@Nullable N> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Replaces the tree; branches that were open or chosen stay so.
    public void show(List<N> roots) {
        var open = new java.util.HashSet<String>();
        collectOpen(tree.getRoot(), open);
        var branch = chosen.get();
        var before = branch == null ? "" : branches.id().apply(branch);
        var root = new TreeItem<N>();
        roots.forEach(top -> root.getChildren().add(item(top, open)));
        tree.setRoot(root);
        if (!before.isEmpty()) choose(before);
    }

    /// Chooses a branch by its id and opens the way to it.
    public void choose(String id) {
        var found = find(tree.getRoot(), id);
        if (found == null) return;
        for (var up = found.getParent(); up != null; up = up.getParent()) up.setExpanded(true);
        tree.getSelectionModel().select(found);
    }

    public void focus() {
        tree.requestFocus();
    }

    boolean accepts(N branch) {
        return !carried.isEmpty() && moves.accepts().test(branch, carried);
    }

    void drop(N branch) {
        var rows = carried;
        carried = List.of();
        if (!rows.isEmpty() && moves.accepts().test(branch, rows)) moves.move().accept(branch, rows);
    }

    private void pressedInGrid(KeyEvent event) {
        if (!CUT.match(event) || grid.selectedRowsNow().isEmpty()) return;
        carried = List.copyOf(grid.selectedRowsNow());
        desk.notices().information(desk.language().now("fx.tree.cut", carried.size()));
        event.consume();
    }

    private void pressedInTree(KeyEvent event) {
        var branch = chosen.get();
        if (!PUT.match(event) || branch == null || carried.isEmpty()) return;
        if (accepts(branch)) drop(branch);
        else
            desk.notices()
                    .warning(desk.language()
                            .now("fx.tree.refused", branches.title().apply(branch)));
        event.consume();
    }

    private TreeItem<N> item(N branch, java.util.Set<String> open) {
        var item = new TreeItem<>(branch);
        item.setExpanded(open.contains(branches.id().apply(branch)));
        branches.children().apply(branch).forEach(child -> item.getChildren().add(item(child, open)));
        return item;
    }

    private void collectOpen(@Nullable TreeItem<N> from, java.util.Set<String> open) {
        if (from == null) return;
        if (from.isExpanded() && from.getValue() != null) open.add(branches.id().apply(from.getValue()));
        from.getChildren().forEach(child -> collectOpen(child, open));
    }

    private @Nullable TreeItem<N> find(@Nullable TreeItem<N> from, String id) {
        if (from == null) return null;
        if (from.getValue() != null && branches.id().apply(from.getValue()).equals(id)) return from;
        for (var child : from.getChildren()) {
            var found = find(child, id);
            if (found != null) return found;
        }
        return null;
    }
}
