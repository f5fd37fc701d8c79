package org.gemba.fx.tree;

import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A branch, on which rows can be dropped.
final class BranchCell<N, T> extends TreeCell<N> {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final TreeAndGrid.Branches<N> branches;

    BranchCell(TreeAndGrid<N, T> owner, TreeAndGrid.Branches<N> branches) {
        this.branches = branches;
        setOnDragOver(event -> {
            var branch = getItem();
            if (branch == null || !owner.accepts(branch)) return;
            event.acceptTransferModes(TransferMode.MOVE);
            pseudoClassStateChanged(TARGET, true);
            event.consume();
        });
        setOnDragExited(event -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(event -> {
            var branch = getItem();
            if (branch != null) owner.drop(branch);
            event.setDropCompleted(branch != null);
            event.consume();
        });
    }

    @Override
    protected void updateItem(@Nullable N branch, boolean empty) {
        super.updateItem(branch, empty);
        if (empty || branch == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(branches.title().apply(branch));
            setGraphic(new FontIcon(branches.icon()));
        }
    }
}
