package org.gemba.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.gemba.demo.labels.LabelPrinterSimulator;
import org.gemba.inventory.CsvConfig;
import org.gemba.inventory.CsvImport;
import org.gemba.inventory.ImportRun;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.OrderInfo;
import org.gemba.inventory.PrinterConfig;
import org.gemba.inventory.label.LabelJobs;
import org.gemba.inventory.label.LabelRenderer;
import org.gemba.inventory.label.PrintFailed;
import org.gemba.inventory.label.Printers;

/// How long it takes to import an order of 5,000 rows (all parts new, then the same parts again under another order,
/// then
/// the same order again), and to render a 29x90 label and bring it to a printer.
final class ImportAndLabelBench {
    private static final int ROWS = 5_000;
    private static final int LABELS = 300;
    private static final LabelTemplate TEMPLATE = new LabelTemplate(
            new UUID(0, 1),
            "part",
            LabelTemplate.Subject.PART,
            "29x90",
            LabelTemplate.Layout.QR_LEFT,
            "{part_name}\n{part_number}\n{description}\n{location}",
            "{part_id}",
            0,
            false,
            true);

    private ImportAndLabelBench() {}

    public static void main(String[] arguments) throws Exception {
        imports();
        labels();
    }

    private static void imports() throws IOException {
        var folder = Files.createTempDirectory("gemba-bench");
        try (var room = new InventoryRoom(folder)) {
            room.tasks.start();
            var csv = room.inventory.edge().csv();
            csv.configure(InventoryRoom.ADMIN, new CsvConfig(false, false, false, 30, true, Map.of()));
            run(csv, "warm", file(200, "W"), "1");
            run(csv, "5,000 new parts", file(ROWS, "N"), "2");
            run(csv, "5,000 known parts", file(ROWS, "N"), "3");
            run(csv, "the same file again", file(ROWS, "N"), "3");
        }
    }

    private static void run(CsvImport csv, String name, byte[] content, String order) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begin = System.nanoTime();
        long used = system.getProcessCpuTime();
        var run = csv.complete(
                InventoryRoom.ADMIN,
                new CsvImport.Upload("x.csv", content, "lcsc", Map.of(), new OrderInfo(null, order, null)));
        if (run.state() != ImportRun.State.DONE) throw new IllegalStateException(run.toString());
        System.out.printf(
                "%-22s %6d ms, %6d ms of processor%n",
                name, (System.nanoTime() - begin) / 1_000_000, (system.getProcessCpuTime() - used) / 1_000_000);
    }

    private static byte[] file(int rows, String mark) {
        var text = new StringBuilder("LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,"
                + "Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n");
        for (int row = 0; row < rows; row++) {
            text.append("C").append(mark).append(row).append(",M-").append(mark).append(row);
            text.append(",UNI-ROYAL,,0603,100mW Thick Film Resistor 75V ±1%,YES,100,100\\100,0.0009,0.09\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void labels() throws Exception {
        var template = TEMPLATE;
        var size = LabelSize.named("29x90").orElseThrow();
        var renderer = new LabelRenderer();
        var values = Map.of(
                "part_name", "不锈钢轴承 6204-2RS",
                "part_number", "SKF-6204-2RS1/C3",
                "description", "Deep groove ball bearing, 20 × 47 × 14 mm, 双面密封",
                "location", "A 架 / 第 3 层 / 07",
                "part_id", "0b6f9c1e-5d0f-4a53-9d0c-9f6f8f7f2a11");
        try (var simulator = LabelPrinterSimulator.start(Files.createTempDirectory("gemba-labels"))) {
            var config = new PrinterConfig(
                    PrinterConfig.Backend.NETWORK,
                    PrinterConfig.Driver.BROTHER_QL,
                    simulator.address(),
                    300,
                    "QL-820NWB",
                    BigDecimal.ONE,
                    Map.of());
            var printer = Printers.of(config, Files.createTempFile("unused", ".pdf"));
            measure("rendered", number -> renderer.render(template, size, values));
            measure(
                    "rendered and rasterised",
                    number -> LabelJobs.brother(renderer.render(template, size, values), size, config));
            measure("one printed over TCP", number -> {
                try {
                    printer.print(List.of(renderer.render(template, size, values)), size, 1);
                } catch (PrintFailed e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void measure(String name, IntConsumer work) {
        for (int warm = 0; warm < 50; warm++) work.accept(warm);
        var times = new long[LABELS];
        for (int run = 0; run < LABELS; run++) {
            long begin = System.nanoTime();
            work.accept(run);
            times[run] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        System.out.printf(
                "%-24s p50 %5.2f ms  p95 %5.2f ms%n",
                name,
                Duration.ofNanos(times[LABELS / 2]).toNanos() / 1e6,
                Duration.ofNanos(times[LABELS * 95 / 100]).toNanos() / 1e6);
    }
}
