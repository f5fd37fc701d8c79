package org.gemba.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.util.JRSaver;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every layout lies compiled beside its source, so that an installed program compiles nothing. `main` compiles those
/// that have changed.
class LayoutsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    public static void main(String[] arguments) throws Exception {
        var context = new SimpleJasperReportsContext();
        for (var layout : layouts()) {
            var source = Files.readAllBytes(layout);
            if (Files.exists(compiled(layout)) && Layouts.isCurrent(load(layout), source)) continue;
            JRSaver.saveObject(
                    Layouts.compile(context, source), compiled(layout).toFile());
        }
    }

    @TestFactory
    List<DynamicTest> everyLayoutIsCompiledAsItStands() throws IOException {
        return layouts().stream()
                .map(layout -> DynamicTest.dynamicTest(layout.getFileName().toString(), () -> {
                    assertThat(compiled(layout))
                            .as("run the main of LayoutsTest and commit what it writes")
                            .exists();
                    assertThat(Layouts.isCurrent(load(layout), Files.readAllBytes(layout)))
                            .as("run the main of LayoutsTest and commit what it writes")
                            .isTrue();
                }))
                .toList();
    }

    private static JasperReport load(Path layout) throws Exception {
        return (JasperReport) JRLoader.loadObject(compiled(layout).toFile());
    }

    private static Path compiled(Path layout) {
        return layout.resolveSibling(layout.getFileName().toString().replace(".jrxml", ".jasper"));
    }

    private static List<Path> layouts() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jrxml"))
                    .sorted()
                    .toList();
        }
    }
}
