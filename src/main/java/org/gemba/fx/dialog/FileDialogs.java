package org.gemba.fx.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks the user for a file. Tests answer in the user's place.
public interface FileDialogs {
    /// @param owner over which window it opens
    /// @param suggestedName with its ending, which also is the one filter
    Optional<Path> toSave(Window owner, String suggestedName);

    /// @param endings without dot, for example `csv`
    Optional<Path> toOpen(Window owner, String... endings);

    /// Those of the operating system.
    static FileDialogs ofSystem() {
        return new FileDialogs() {
            @Override
            public Optional<Path> toSave(Window owner, String suggestedName) {
                var ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
                var chooser = chooser(ending);
                chooser.setInitialFileName(suggestedName);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toOpen(Window owner, String... endings) {
                return Optional.ofNullable(chooser(endings).showOpenDialog(owner))
                        .map(File::toPath);
            }

            private FileChooser chooser(String... endings) {
                var chooser = new FileChooser();
                for (var ending : endings) {
                    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + ending, "*." + ending));
                }
                return chooser;
            }
        };
    }
}
