package org.gemba.fx.grid;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gemba.platform.tabular.CsvWriter;
import org.gemba.platform.tabular.Sheet;
import org.gemba.platform.tabular.XlsxWriter;

/// Writes tables as the files that Excel reads. The file appears whole or not at all: an old one is replaced at the
/// end.
public final class SheetFiles implements GridExport {
    @Override
    public void write(Form form, Table table, Path file) throws IOException {
        var sheet = new Sheet(table.name(), table.headers(), table.cells());
        var target = file.toAbsolutePath();
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                switch (form) {
                    case CSV -> CsvWriter.forExcel().write(sheet, out);
                    case XLSX -> new XlsxWriter().write(sheet, out);
                }
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
