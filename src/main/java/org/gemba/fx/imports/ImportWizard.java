package org.gemba.fx.imports;

import java.util.List;
import javafx.scene.Node;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.Wizard;

/// The way of a table into the program: file, columns, preview with a rehearsal of all rows, outcome. The same for
/// every feature; what it imports is told by an {@link ImportSpec}.
public final class ImportWizard {
    private final ImportViewModel model;
    private final Wizard wizard;

    /// @param leave runs when it is finished or given up
    public ImportWizard(Desk desk, ImportSpec spec, Runnable leave) {
        this.model = new ImportViewModel(desk, spec);
        this.wizard = new Wizard(
                desk.language(),
                List.of(
                        new FileStep(desk, spec, model),
                        new MapStep(desk, spec, model),
                        new PreviewStep(desk, spec, model),
                        new OutcomeStep(desk, model)),
                leave);
    }

    public Node node() {
        return wizard;
    }

    /// Begins with this file, for example one that was dropped on a list.
    public void choose(java.nio.file.Path file) {
        wizard.restart();
        model.choose(file);
    }

    /// Cancels what is under way.
    public void onHide() {
        model.jobs().cancelAll();
    }
}
