package org.gemba.fx.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table to a file. Called off the FX thread.
public interface GridExport {
    /// The files that it can write.
    enum Form {
        CSV("csv"),
        XLSX("xlsx");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        public String ending() {
            return ending;
        }
    }

    /// @param cells strings, numbers, days (`LocalDate`), instants or null, one list a row, as long as `headers`
    record Table(String name, List<String> headers, List<List<@Nullable Object>> cells) {}

    void write(Form form, Table table, Path file) throws IOException;
}
