package org.gemba.kpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Shop;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRoutesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);
    private static final String RANGE = "client_id=BOOT-LINE-A&date_from=2025-12-01&date_to=2025-12-31";
    private static final String FORMULA = "=HYPERLINK(\"http://x\")";

    @TempDir
    static Path folder;

    private static Database database;
    private static TestServer server;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var clock = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
        server = TestServer.of(Shop.figures(database, new Events(), clock).routes());
        fill(new Shop(database, "BOOT-LINE-A", ZoneId.of("America/Mexico_City")), "BOOT");
        fill(new Shop(database, "SOCK-FAC-B", ZoneId.of("Asia/Shanghai")), "SOCK");
    }

    private static void fill(Shop shop, String prefix) {
        var known = shop.order(prefix + "-1", "ROPER", 900, "0.25", Shop.Plan.of(DAY.minusDays(14), DAY));
        var guessed = shop.order(prefix + "-2", "WELLINGTON", 400, null, Shop.Plan.of(DAY.minusDays(9), DAY));
        for (int back = 0; back < 9; back++) {
            var day = DAY.minusDays(back);
            var made = new Shop.Made(100 + back, 2, "8.5", 9, null, null, 15, back == 0 ? FORMULA : "晚");
            shop.entry(known, null, day, ShiftType.SHIFT_1ST, made);
            shop.entry(guessed, null, day, ShiftType.SHIFT_2ND, made);
            shop.inspection(known, day, 50, 47, 2, 3);
            shop.downtime(known, day, ShiftType.SHIFT_1ST, DowntimeReason.CHANGEOVER_SETUP, 20 + back);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    private static Got get(String path, String token) {
        return server.get("/api/v1/reports/production/" + path, token);
    }

    @Test
    void theDailyPdfIsADownloadWithItsName() {
        var got = get("daily/pdf?client_id=BOOT-LINE-A&date=2025-12-15", "poweruser");
        Contract.of("kpi.get_api_v1_reports_production_daily_pdf").assertSuccess(got);
        assertThat(got.header("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"BOOT-LINE-A_Daily_Production_2025-12-15.pdf\"");
        assertThat(got.text()).startsWith("%PDF-");
        assertThat(get("daily/pdf?client_id=BOOT-LINE-A&include_charts=false", "admin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theWorkbookHasTheNumbersOfTheApi() throws Exception {
        var got = get("excel?" + RANGE, "poweruser");
        Contract.of("kpi.get_api_v1_reports_production_excel").assertSuccess(got);
        assertThat(got.header("Content-Disposition").orElseThrow())
                .contains("Production_Data_2025-12-01_to_2025-12-31.xlsx");
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports/workbook.xlsx"), got.response().body());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(got.response().body()))) {
            checkSummary(book.getSheet("Summary"));
            checkDays(book.getSheet("By day"));
            var entries = book.getSheet("Entries");
            assertThat(entries.getLastRowNum()).isEqualTo(18);
            assertThat(book.getSheet("Downtime").getLastRowNum()).isEqualTo(18);
            assertThat(book.getSheet("Quality").getLastRowNum()).isEqualTo(9);
            assertThat(book.getSheet("By day").getDrawingPatriarch().getCharts())
                    .hasSize(2);
            assertThat(book.getSheet("Downtime by reason").getDrawingPatriarch().getCharts())
                    .hasSize(1);
            checkFormula(entries);
        }
    }

    private static void checkSummary(XSSFSheet summary) {
        var kpis = server.get("/api/v1/kpi/all?" + RANGE, "poweruser").json().get("kpis");
        var found = new HashMap<String, Row>();
        summary.forEach(row -> found.put(row.getCell(1).getStringCellValue(), row));
        var pointers = Map.of(
                "Efficiency", "/efficiency/average",
                "Performance", "/performance/average",
                "First pass yield", "/fpy/value",
                "Availability", "/availability/value",
                "Defective parts per million", "/ppm/value",
                "On-time delivery", "/on_time_delivery/otd");
        pointers.forEach((name, pointer) -> {
            int decimals = name.startsWith("Defective") ? 0 : 1;
            assertThat(BigDecimal.valueOf(found.get(name).getCell(2).getNumericCellValue())
                            .setScale(decimals, RoundingMode.HALF_UP))
                    .as(name)
                    .isEqualByComparingTo(kpis.at(pointer).decimalValue());
        });
        assertThat(found.get("Absenteeism").getCell(2))
                .as("not known is no zero")
                .isNull();
        assertThat(found.get("Absenteeism").getCell(6).getStringCellValue()).isEqualTo("not known");
    }

    private static void checkDays(XSSFSheet days) {
        var data = server.get("/api/v1/kpi/efficiency?" + RANGE, "poweruser")
                .json()
                .get("data");
        assertThat(days.getLastRowNum()).isEqualTo(data.size());
        for (int i = 0; i < data.size(); i++) {
            var row = days.getRow(i + 1);
            assertThat(row.getCell(0).getStringCellValue())
                    .isEqualTo(data.get(i).get("date").stringValue());
            assertThat(row.getCell(4).getNumericCellValue())
                    .isEqualTo(data.get(i).get("efficiency").doubleValue());
        }
    }

    private static void checkFormula(XSSFSheet entries) {
        var note = entries.getRow(17).getCell(21);
        assertThat(note.getCellType()).isEqualTo(CellType.STRING);
        assertThat(note.getStringCellValue()).isEqualTo(FORMULA);
        assertThat(note.getCellStyle().getQuotePrefixed()).isTrue();
        entries.forEach(
                row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
    }

    @Test
    void theWorkbookSpeaksChinese() throws Exception {
        var got = server.send(server.request("/api/v1/reports/production/excel?" + RANGE, "admin")
                .header("Accept-Language", "zh-CN")
                .GET());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(got.response().body()))) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("汇总");
            assertThat(book.getSheet("生产记录").getRow(0).getCell(8).getStringCellValue())
                    .isEqualTo("产量");
        }
    }

    @Test
    void reportsAreForWhoMayTakeThemOutAndOfTheirOwnClients() {
        var pdf = Contract.of("kpi.get_api_v1_reports_production_daily_pdf");
        pdf.assertError(get("daily/pdf?client_id=BOOT-LINE-A", "operator_dataentry"), 403, "FORBIDDEN");
        pdf.assertError(get("daily/pdf?client_id=BOOT-LINE-A", "leader_dataconfig"), 403, "FORBIDDEN");
        assertThat(get("excel?" + RANGE, "leader_dataconfig").status()).isEqualTo(403);
        assertThat(get("daily/pdf?client_id=NOBODY", "admin").status()).isEqualTo(404);
        assertThat(get("excel?client_id=NOBODY", "admin").status()).isEqualTo(404);
    }

    @Test
    void badQuestionsAreRefusedBeforeTheFirstByte() {
        assertThat(get("daily/pdf", "admin").status()).isEqualTo(400);
        assertThat(get("daily/pdf?client_id=BOOT-LINE-A&date=2025-13-01", "admin")
                        .status())
                .isEqualTo(400);
        assertThat(get("daily/pdf?client_id=BOOT-LINE-A&include_charts=maybe", "admin")
                        .status())
                .isEqualTo(400);
        assertThat(get("excel?date_from=2025-12-31&date_to=2025-12-01", "admin").status())
                .isEqualTo(400);
        assertThat(get("excel?date_from=2024-01-01&date_to=2025-12-31", "admin").status())
                .isEqualTo(400);
    }
}
