package org.gemba.inventory.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.gemba.demo.labels.LabelPrinterSimulator;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Layout;
import org.gemba.inventory.LabelTemplate.Subject;
import org.gemba.inventory.PrinterConfig;
import org.gemba.inventory.PrinterConfig.Backend;
import org.gemba.inventory.PrinterConfig.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Labels go over TCP to the simulated printer, which decodes them with code of its own; what comes out is read.
class LabelPrintTest {
    private static final Map<String, String> VALUES = Map.of(
            "part_name", "不锈钢轴承 6204-2RS",
            "part_number", "SKF-6204-2RS1/C3",
            "description", "Deep groove ball bearing, 20 × 47 × 14 mm, 双面密封",
            "location", "A 架 / 第 3 层 / 07",
            "quantity", "125",
            "part_id", "0b6f9c1e-5d0f-4a53-9d0c-9f6f8f7f2a11");
    private static final LabelRenderer RENDERER = new LabelRenderer();

    @TempDir
    static Path folder;

    static LabelTemplate template(String size, Layout layout) {
        return new LabelTemplate(
                new UUID(0, 1),
                "part",
                Subject.PART,
                size,
                layout,
                "{part_name}\n{part_number}\n{description}\n{location}",
                "{part_id}",
                0,
                false,
                true);
    }

    private static BufferedImage render(String size, Layout layout) {
        return RENDERER.render(template(size, layout), LabelSize.named(size).orElseThrow(), VALUES);
    }

    private static String read(BufferedImage image) {
        return LabelReading.of(image);
    }

    private static PrinterConfig printer(String address, Driver driver) {
        return new PrinterConfig(Backend.NETWORK, driver, address, 300, "QL-820NWB", BigDecimal.ONE, Map.of());
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void aPrintedLabelCanBeScanned(Driver driver) throws Exception {
        var out = folder.resolve(driver.name());
        try (var simulator = LabelPrinterSimulator.start(out)) {
            var size = LabelSize.named("29x90").orElseThrow();
            var label = render("29x90", Layout.QR_LEFT);
            assertThat(List.of(label.getWidth(), label.getHeight())).containsExactly(991, 306);
            var printer = Printers.of(printer(simulator.address(), driver), out.resolve("unused.pdf"));
            printer.print(List.of(label), size, 2);
            assertThat(simulator.faults()).isEmpty();
            assertThat(simulator.labels()).hasSize(2);
            var printed = simulator.labels().getFirst();
            assertThat(read(printed.image())).isEqualTo(VALUES.get("part_id"));
            assertThat(printed.image().getHeight()).isEqualTo(991);
            if (driver == Driver.BROTHER_QL) {
                assertThat(printed.image().getWidth()).as("the whole head").isEqualTo(720);
                assertThat(List.of(printed.tapeMillimetres(), printed.labelMillimetres()))
                        .containsExactly(29, 90);
                assertThat(printed.wasCut()).isTrue();
            } else {
                assertThat(printed.image().getWidth()).isEqualTo(306);
            }
            assertThat(out.resolve("label-0002.png")).exists();
        }
    }

    static List<String> sizes() {
        return LabelSize.ids();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everySizeHoldsACodeThatCanBeScanned(String size) throws IOException {
        var label = render(size, Layout.QR_LEFT);
        keep(label, size);
        assertThat(read(label)).isEqualTo(VALUES.get("part_id"));
        var geometry = LabelSize.named(size).orElseThrow();
        if (geometry.isEndless()) assertThat(label.getHeight()).isEqualTo(geometry.across());
        else
            assertThat(List.of(label.getWidth(), label.getHeight()))
                    .containsExactlyInAnyOrder(geometry.along(), geometry.across());
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everyLayoutPutsCodeAndTextApart(Layout layout) throws IOException {
        var label = render("62x29", layout);
        keep(label, "62x29-" + layout);
        if (layout == Layout.TEXT_ONLY) assertThat(read(label)).startsWith("nothing read");
        else assertThat(read(label)).isEqualTo(VALUES.get("part_id"));
    }

    private static void keep(BufferedImage label, String name) throws IOException {
        var shots = Path.of("target", "labels");
        Files.createDirectories(shots);
        ImageIO.write(label, "png", shots.resolve(name + ".png").toFile());
    }

    @Test
    void aPrinterThatIsOffIsToldAndOneThatIsOnAgainPrints() throws Exception {
        try (var simulator = LabelPrinterSimulator.start(folder.resolve("off"))) {
            var size = LabelSize.named("29x90").orElseThrow();
            var printer = Printers.of(printer(simulator.address(), Driver.BROTHER_QL), folder.resolve("x.pdf"));
            simulator.switchOff();
            assertThatThrownBy(() -> printer.print(List.of(render("29x90", Layout.QR_LEFT)), size, 1))
                    .isInstanceOfSatisfying(
                            PrintFailed.class, e -> assertThat(e.isPassing()).isTrue())
                    .hasMessageContaining("does not answer");
            simulator.switchOn();
            printer.print(List.of(render("29x90", Layout.QR_LEFT)), size, 1);
            assertThat(simulator.labels()).hasSize(1);
        }
    }

    @Test
    void aLabelThatIsWiderThanTheHeadIsRefusedForGood() {
        try (var simulator = LabelPrinterSimulator.start(folder.resolve("wide"))) {
            var printer = Printers.of(printer(simulator.address(), Driver.BROTHER_QL), folder.resolve("x.pdf"));
            assertThatThrownBy(() -> printer.print(
                            List.of(render("102x51", Layout.QR_LEFT)),
                            LabelSize.named("102x51").orElseThrow(),
                            1))
                    .isInstanceOfSatisfying(
                            PrintFailed.class, e -> assertThat(e.isPassing()).isFalse());
        }
    }

    @Test
    void aPdfHasAPageOfTheLabelsSize() throws Exception {
        var file = folder.resolve("deep/labels.pdf");
        var config = PrinterConfig.standard();
        Printers.of(config, file)
                .print(
                        List.of(render("29x90", Layout.QR_LEFT), render("62", Layout.QR_LEFT)),
                        LabelSize.named("29x90").orElseThrow(),
                        2);
        try (var document = new com.lowagie.text.pdf.PdfReader(Files.readAllBytes(file))) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            var page = document.getPageSize(1);
            assertThat(page.getWidth() / 72 * 25.4).isCloseTo(83.9, org.assertj.core.data.Offset.offset(0.2));
        }
    }

    @Test
    void aRenderedLabelTakesLessThanABlink() {
        var size = LabelSize.named("29x90").orElseThrow();
        for (int warm = 0; warm < 20; warm++) render("29x90", Layout.QR_LEFT);
        long begin = System.nanoTime();
        for (int run = 0; run < 20; run++) {
            var label = render("29x90", Layout.QR_LEFT);
            BrotherQl.job(Raster.of(label, size, PrinterConfig.standard()), size, PrinterConfig.standard(), 1);
        }
        assertThat(Duration.ofNanos((System.nanoTime() - begin) / 20)).isLessThan(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tcp://192.168.1.20,        true
            tcp://192.168.1.20:9100,   true
            printer.factory.local,     true
            127.0.0.1:9101,            true
            tcp://host:0,              false
            tcp://host:70000,          false
            http://192.168.1.20,       false
            tcp://user@host,           false
            tcp://host/../x,           false
            '',                        false
            """)
    void addressesOfPrintersAreChecked(String address, boolean right) {
        assertThat(Printers.faults(printer(address, Driver.ZPL)).isEmpty()).isEqualTo(right);
    }

    @Test
    void textNamesItsOwnCodeAndUnknownFieldsStay() {
        assertThat(Fields.code("{part_name}{qr=part_number}", "{part_id}", VALUES))
                .isEqualTo("SKF-6204-2RS1/C3");
        assertThat(Fields.code("{part_name}{qr}", "{part_id}", VALUES)).isEqualTo(VALUES.get("part_id"));
        assertThat(Fields.lines("{part_name}{qr=part_number}\n\n{nonsense}", VALUES))
                .containsExactly("不锈钢轴承 6204-2RS", "{nonsense}");
    }
}
