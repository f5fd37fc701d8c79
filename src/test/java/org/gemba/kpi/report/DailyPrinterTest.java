package org.gemba.kpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gemba.access.Role;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.ReportService;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Shop;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyPrinterTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);

    @TempDir
    static Path folder;

    private static Database database;
    private static KpiService figures;
    private static ReportService reports;
    private static DailyPrinter printer;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var clock = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
        figures = new KpiService(database, new Events(), clock);
        reports = new ReportService(database, figures, new DataQualityService(database, figures), clock);
        printer = new DailyPrinter(new Reports(), new Texts(List.of("kpi")));
        fill(new Shop(database, "BOOT-LINE-A", ZoneId.of("America/Mexico_City")));
        new Shop(database, "EMPTY", ZoneId.of("UTC"));
    }

    private static void fill(Shop shop) {
        var random = new Random(4);
        var known =
                shop.order("2025-12-01-ROPER-ABC123", "ROPER-BOOT", 900, "0.25", Shop.Plan.of(DAY.minusDays(14), DAY));
        var guessed =
                shop.order("2025-12-04-WELLINGTON-Z9", "WELLINGTON", 400, null, Shop.Plan.of(DAY.minusDays(9), null));
        for (int back = 0; back < 14; back++) {
            var day = DAY.minusDays(back);
            if (back == 3) continue;
            for (var shift : List.of(ShiftType.SHIFT_1ST, ShiftType.SHIFT_2ND)) {
                for (var order : List.of(known, guessed)) {
                    var made = new Shop.Made(
                            180 + random.nextInt(120),
                            random.nextInt(9),
                            "8.5",
                            8 + random.nextInt(2),
                            null,
                            "9",
                            30,
                            back == 0 ? "=cmd|' /C calc'!A0 材料晚到半小时 Material came late" : null);
                    if (back == 8 && order == known || back != 8) shop.entry(order, null, day, shift, made);
                }
            }
            shop.inspection(known, day, 120, 110 + random.nextInt(8), 2, 5);
            if (back % 2 == 0)
                shop.downtime(
                        known, day, ShiftType.SHIFT_1ST, DowntimeReason.EQUIPMENT_FAILURE, 40 + random.nextInt(60));
            if (back % 3 == 0) shop.downtime(known, day, ShiftType.SHIFT_2ND, DowntimeReason.MATERIAL_SHORTAGE, 20);
            if (back % 4 == 0) shop.downtime(guessed, day, ShiftType.SHIFT_2ND, DowntimeReason.CHANGEOVER_SETUP, 25);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static byte[] pdf(String client, Locale locale, boolean withCharts) {
        var out = new ByteArrayOutputStream();
        printer.print(reports.daily(Shop.caller(Role.POWERUSER), client, DAY), locale, withCharts)
                .writePdf(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var reader = new PdfReader(pdf)) {
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\f');
            }
            return text.toString();
        }
    }

    private static byte[] kept(String name, byte[] pdf) throws Exception {
        var file = Path.of("target/reports", name);
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        return pdf;
    }

    @Test
    void saysTheSameNumbersAsTheService() throws Exception {
        var text = text(kept("daily-en.pdf", pdf("BOOT-LINE-A", Locale.ENGLISH, true)));
        var caller = Shop.caller(Role.POWERUSER);
        var board = figures.board(caller, figures.scope(caller, "BOOT-LINE-A", DAY, DAY, null));
        assertThat(text).contains("Daily production report", "BOOT-LINE-A", "2025-12-15", "Page 1");
        for (var kpi : List.of(KpiName.EFFICIENCY, KpiName.PERFORMANCE, KpiName.FPY, KpiName.OEE)) {
            assertThat(text).contains(board.value(kpi).shown().orElseThrow().toPlainString());
        }
        assertThat(text)
                .contains("Nobody noted attendance, so absenteeism is not known.", "estimated:")
                .contains("2 of 4 entries belong to orders without a standard time")
                .doesNotContain("NaN", "null", "⟨");
    }

    @Test
    void printsInChinese() throws Exception {
        var text = text(kept("daily-zh.pdf", pdf("BOOT-LINE-A", Texts.CHINESE, true)));
        assertThat(text).contains("生产日报", "指标与目标", "缺失的数据", "没有考勤记录", "第 1 页", "晚到半小时");
    }

    @Test
    void aDayWithoutAnyRowSaysSoAndShowsNoZero() throws Exception {
        var text = text(kept("daily-empty.pdf", pdf("EMPTY", Locale.ENGLISH, true)));
        assertThat(text)
                .contains("No production was entered for this day.", "not known")
                .doesNotContain("0.00", "reached");
    }

    @Test
    void leavesTheChartsOutWhenAsked() throws Exception {
        assertThat(text(pdf("BOOT-LINE-A", Locale.ENGLISH, false))).doesNotContain("Downtime, 7 days");
    }
}
