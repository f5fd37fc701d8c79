package org.gemba.fx.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemba.platform.tabular.TableLimits;
import org.gemba.platform.tabular.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetFilesTest {
    private static final GridExport.Table TABLE = new GridExport.Table(
            "订单",
            List.of("物料", "Qty", "Due"),
            List.of(
                    Arrays.asList("=1+1", new BigDecimal("-5"), LocalDate.of(2026, 3, 15)),
                    Arrays.asList("水泵", null, null)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void tablesComeBackAsTheyWereWritten(GridExport.Form form) throws IOException {
        var file = folder.resolve("orders." + form.ending());
        Files.writeString(file, "an older file");
        new SheetFiles().write(form, TABLE, file);
        var rows = new ArrayList<List<String>>();
        TableReader.read(Files.readAllBytes(file), TableLimits.UPLOAD, row -> rows.add(row.cells()));
        assertThat(rows.subList(0, 2))
                .containsExactly(List.of("物料", "Qty", "Due"), List.of("=1+1", "-5", "2026-03-15"));
        assertThat(rows.get(2).getFirst()).isEqualTo("水泵");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aTableThatCannotBeWrittenLeavesTheOldFile() throws IOException {
        var file = folder.resolve("orders.csv");
        Files.writeString(file, "an older file");
        var broken = new GridExport.Table("x", List.of("a"), Arrays.asList(List.of("1"), null));
        assertThatThrownBy(() -> new SheetFiles().write(GridExport.Form.CSV, broken, file))
                .isInstanceOf(NullPointerException.class);
        assertThat(Files.readString(file)).isEqualTo("an older file");
    }
}
