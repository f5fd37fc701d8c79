package org.gemba.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabularTest {
    private static final Sheet SHEET = new Sheet(
            "订单/1",
            List.of("物料", "Qty", "Due", "Rate"),
            List.of(
                    Arrays.asList(
                            "=cmd|'/c calc'!A1",
                            new BigDecimal("-5"),
                            LocalDate.of(2026, 3, 15),
                            new Percent(new BigDecimal("0.955"))),
                    Arrays.asList("\"quoted\", 中文", new BigDecimal("1E+2"), null, null)));

    private static byte[] csv(Sheet sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvWriter.forExcel().write(sheet, out);
        return out.toByteArray();
    }

    private static byte[] xlsx(Sheet sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxWriter().write(sheet, out);
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] content) {
        var rows = new ArrayList<List<String>>();
        TableReader.read(content, TableLimits.UPLOAD, row -> rows.add(row.cells()));
        return rows;
    }

    @Test
    void csvHasAMarkCrlfAndNoFormula() throws IOException {
        assertThat(new String(csv(SHEET), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF物料,Qty,Due,Rate\r\n"
                        + "'=cmd|'/c calc'!A1,-5,2026-03-15,95.5%\r\n"
                        + "\"\"\"quoted\"\", 中文\",100,,\r\n");
    }

    @Test
    void bothFormatsComeBackAsTheyWent() throws IOException {
        assertThat(read(csv(SHEET)).get(1)).containsExactly("=cmd|'/c calc'!A1", "-5", "2026-03-15", "95.5%");
        assertThat(read(xlsx(SHEET)))
                .containsExactly(
                        List.of("物料", "Qty", "Due", "Rate"),
                        List.of("=cmd|'/c calc'!A1", "-5", "2026-03-15", "0.955"),
                        List.of("\"quoted\", 中文", "100"));
    }

    @Test
    void xlsxTextsAreStringsAndNumbersNumbers() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx(SHEET)));
                var rows = workbook.getFirstSheet().openStream()) {
            var row = rows.skip(1).findFirst().orElseThrow();
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("-5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1"})
    void riskyTextsAreGuardedAndComeBack(String text) throws IOException {
        assertThat(FormulaGuard.guard(text)).startsWith("'");
        assertThat(FormulaGuard.strip(FormulaGuard.guard(text))).isEqualTo(text);
        var back = read(csv(new Sheet("s", List.of("a"), List.of(List.of(text)))));
        assertThat(back.get(1)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "'tis", "a=b", "", "5-3", "'"})
    void otherTextsAreLeftAlone(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.strip(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void theEncodingIsFoundOut(String encoding) {
        var bytes = "物料;数量,a;价\r\n水泵;1,5;2\r\n".getBytes(Charset.forName(encoding));
        assertThat(read(bytes)).containsExactly(List.of("物料", "数量,a", "价"), List.of("水泵", "1,5", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1µF ±10% 5€", "Café Müller", "µ"})
    void westernTextIsNotTakenForChinese(String text) {
        assertThat(read((text + ",b\n").getBytes(Charset.forName("windows-1252"))))
                .containsExactly(List.of(text, "b"));
    }

    @Test
    void theOlderExcelIsReadToo() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("订单");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("d-mmm-yy"));
            var first = sheet.createRow(0);
            first.createCell(0).setCellValue("物料");
            first.createCell(2).setCellValue("Qty");
            var second = sheet.createRow(2);
            second.createCell(0).setCellValue(0.1);
            second.createCell(1).setCellValue(LocalDate.of(2024, 8, 13));
            second.getCell(1).setCellStyle(day);
            second.createCell(2).setCellFormula("CONCATENATE(\"a\",\"b\")");
            second.createCell(3).setCellFormula("2*3");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.createSheet("other").createRow(0).createCell(0).setCellValue("no");
            book.write(out);
        }
        var content = out.toByteArray();
        assertThat(read(content)).containsExactly(List.of("物料", "", "Qty"), List.of("0.1", "2024-08-13", "ab", "6"));
        assertRefused(Arrays.copyOf(content, 600), "no readable XLS file");
    }

    @Test
    void hostileCsvIsRefusedForItsFault() {
        assertRefused(utf8("a,b\n\"never closed"), "no readable CSV");
        assertRefused(utf8("a\n" + "x".repeat(19 << 20)), "no readable CSV");
        assertRefused(utf8("a\n" + "x".repeat(40_000)), "too long");
        assertRefused(utf8("a,\0b\n"), "no text");
        assertRefused(utf8(",".repeat(300)), "more than 200 columns");
        assertRefused(utf8("a\n".repeat(50_002)), "more than 50000 rows");
        assertRefused(new byte[(20 << 20) + 1], "larger than 20 MB");
        assertRefused(new byte[] {'a', (byte) 0x81, ' '}, "no text");
    }

    @Test
    void hostileXlsxIsRefusedForItsFault() throws IOException {
        assertRefused(zip("xl/worksheets/sheet1.xml", utf8("x".repeat(150 << 20))), "too large when unpacked");
        assertRefused(zip("xl/worksheets/sheet1.xml", utf8("x".repeat(20 << 20))), "too large when unpacked");
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><sst>&a;</sst>";
        assertRefused(zip("xl/sharedStrings.xml", utf8(entity)), "declares entities");
        assertRefused(zip("xl/sharedStrings.xml", entity.getBytes(StandardCharsets.UTF_16)), "declares entities");
        assertRefused(zip("xl/sharedStrings.xml", entity.getBytes(StandardCharsets.UTF_16LE)), "declares entities");
        assertRefused(zip("unrelated.txt", new byte[10]), "no readable XLSX");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "no readable XLSX");
        var whole = xlsx(SHEET);
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "no readable XLSX");
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfAny(AppError.InvalidInput.class, AppError.TooLarge.class)
                .hasMessageContaining(reason);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void longTablesStreamWithoutBeingHeld() throws IOException {
        var rows = Collections.nCopies(
                49_999, Arrays.<Object>asList("水泵 pump", new BigDecimal("12.5"), LocalDate.of(2026, 1, 2)));
        var sheet = new Sheet("long", List.of("a", "b", "c"), rows);
        var lines = read(xlsx(sheet));
        assertThat(lines).hasSize(50_000);
        assertThat(lines.getLast()).containsExactly("水泵 pump", "12.5", "2026-01-02");
    }

    @Test
    void controlCharactersDoNotBreakTheFile() throws IOException {
        var back = read(xlsx(new Sheet("s", List.of("a"), List.of(List.of("a\u0001b\uFFFFc")))));
        assertThat(back.get(1)).containsExactly("abc");
    }
}
