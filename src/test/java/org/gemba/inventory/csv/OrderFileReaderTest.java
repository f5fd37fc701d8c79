package org.gemba.inventory.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gemba.inventory.OrderFile;
import org.gemba.inventory.OrderInfo;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files in the formats that the suppliers' sites really write.
class OrderFileReaderTest {
    private static final String LCSC = "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,"
            + "Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n";

    static byte[] bytes(String name) {
        try (var in = OrderFileReaderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static OrderFile read(String name) {
        return OrderFileReader.read(bytes(name), null, Map.of());
    }

    private static void assertAmounts(OrderFile file, int index, String quantity, String unit, String line) {
        var found = file.lines().get(index);
        assertThat(List.of(
                        found.quantity().toPlainString(),
                        found.unitPrice().toPlainString(),
                        found.extendedPrice().toPlainString()))
                .containsExactly(quantity, unit, line);
    }

    @Test
    void readsAnLcscOrder() {
        var file = read("LCSC_Exported__20241222_232705.csv");
        assertThat(file.type()).isEqualTo("lcsc");
        assertThat(file.lines()).hasSize(5);
        assertThat(file.errors()).isEmpty();
        assertAmounts(file, 1, "20", "0.1236", "2.47");
        var timer = file.lines().get(1);
        assertThat(timer.row()).isEqualTo(3);
        assertThat(timer.partName()).isEqualTo("NE555DR");
        assertThat(timer.supplierPartNumber()).isEqualTo("C7593");
        assertThat(timer.description()).contains("0℃~+70℃");
        assertThat(timer.supplierUrl()).isEqualTo("https://www.lcsc.com/product-detail/C7593.html");
        assertThat(timer.properties())
                .containsEntry("lcsc_part_number", "C7593")
                .containsEntry("customer_no", "LINE-3")
                .containsEntry("min_order_qty", new BigDecimal(5))
                .containsEntry("unit_price", new BigDecimal("0.1236"))
                .containsEntry("currency", "USD")
                .containsEntry("import_source", "LCSC CSV");
        assertThat(file.lines().get(0).categories()).containsExactly("Capacitors", "Electronics");
        assertThat(file.lines().get(2).categories()).containsExactly("Resistors", "Electronics");
        assertThat(file.lines().get(2).properties()).doesNotContainKey("customer_no");
        assertThat(file.lines().get(3).properties()).doesNotContainKeys("customer_no", "rohs");
        assertThat(file.lines().get(3).description()).contains("\"N8\"");
        assertThat(file.lines().get(4).partName()).isEqualTo("STM32F103C8T6 TR");
    }

    @Test
    void readsADigiKeyOrder() {
        var file = read("DK_PRODUCTS_88269818.csv");
        assertThat(file.type()).isEqualTo("digikey");
        assertThat(file.headers()).first().isEqualTo("Index");
        assertThat(file.rows()).as("the subtotal is a row too").hasSize(5);
        assertThat(file.lines()).hasSize(4);
        assertAmounts(file, 0, "25", "0.22480", "5.62");
        assertAmounts(file, 1, "1000", "0.01203", "12.03");
        var noMaker = file.lines().get(2);
        assertThat(noMaker.partName()).isEqualTo("ED1543-ND");
        assertThat(noMaker.manufacturerPartNumber()).isNull();
        assertThat(noMaker.description()).isEqualTo("CONN HDR 4POS 0.1\" GOLD PCB");
        assertThat(noMaker.properties())
                .containsEntry("backorder", "2")
                .containsEntry("customer_reference", "total box 4");
        assertThat(file.lines().get(0).categories()).containsExactly("Integrated Circuits", "Electronics");
        assertThat(file.lines().get(1).categories()).containsExactly("Capacitors", "Electronics");
        assertThat(noMaker.categories()).containsExactly("Connectors", "Electronics");
    }

    @Test
    void readsADigiKeyCart() {
        var file = read("88269819.csv");
        assertThat(file.type()).isEqualTo("digikey");
        assertThat(file.isSupported()).isTrue();
        assertThat(file.lines()).hasSize(2);
        assertAmounts(file, 0, "4", "6.55000", "26.20");
        assertThat(file.lines().get(0).supplierPartNumber()).isEqualTo("497-6063-ND");
        assertThat(file.lines().get(0).currency()).isEqualTo("USD");
    }

    @Test
    void readsAMouserOrderInOldExcel() {
        var file = OrderFileReader.read(MouserFile.bytes(), null, Map.of());
        assertThat(file.type()).isEqualTo("mouser");
        assertThat(file.lines()).hasSize(3);
        assertThat(file.order()).isEqualTo(new OrderInfo("Mouser", "271360826", LocalDate.of(2024, 8, 13)));
        assertAmounts(file, 0, "10", "0.43", "4.30");
        assertAmounts(file, 1, "100", "0.016", "1.60");
        assertAmounts(file, 2, "1000", "0.265", "265.00");
        assertThat(file.lines().get(1).description())
                .isEqualTo("Multilayer Ceramic Capacitors MLCC - SMD/SMT 0.1uF 16volts");
        assertThat(file.lines().get(2).partName()).isEqualTo("BAT-HLD-001,BULK");
    }

    @Test
    void readsMouserColumnsInCsvToo() {
        var file = read("mouser-cart.csv");
        assertThat(file.type()).isEqualTo("mouser");
        assertThat(file.lines()).hasSize(2);
        assertAmounts(file, 1, "200", "0.021", "4.20");
        assertThat(file.lines().get(1).manufacturerPartNumber()).isEqualTo("C0603C104K5RAC7867,TR");
    }

    @Test
    void readsEuropeanNumbersInWesternEncoding() {
        var file = read("lcsc-euro-1252.csv");
        assertThat(file.lines().get(0).description()).isEqualTo("0.1µF ±10% Ceramic Capacitor");
        assertThat(file.lines().get(0).manufacturer()).isEqualTo("Würth Élec");
        assertThat(file.lines()).allMatch(line -> line.currency().equals("EUR"));
        assertAmounts(file, 0, "1000", "0.0021", "2.10");
        assertAmounts(file, 1, "5", "1234.5600", "6172.80");
    }

    @Test
    void readsChineseTextAndMoney() {
        var file = read("lcsc-yuan-gb18030.csv");
        assertThat(file.lines().get(0).description()).isEqualTo("贴片电容 100nF ±10%");
        assertThat(file.lines().get(0).currency()).isEqualTo("CNY");
        assertThat(file.lines().get(0).categories()).contains("Capacitors");
        assertThat(file.lines().get(1).categories()).contains("Resistors");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            C1,M1,maker,,0603,text,YES,10,1\\1,5.23,52.30 | 10 | 5.23 | 0
            C1,M1,maker,,0603,text,YES,invalid,1\\1,$5.23,0 | 0 | 5.23 | 1
            C1,M1,maker,,0603,text,YES,,1\\1,0,0 | 0 | 0 | 1
            C1,M1,maker,,0603,text,YES,10,1\\1,invalid,0 | 10 | 0 | 1
            C1,M1,maker,,0603,text,YES,10,1\\1,,0 | 10 | 0 | 0
            """, delimiter = '|')
    void whatIsNoNumberCountsAsZeroAndIsTold(String row, String quantity, String price, int warnings) {
        var line = OrderFileReader.read(LCSC + row, null).lines().getFirst();
        assertThat(line.quantity()).isEqualByComparingTo(quantity);
        assertThat(line.unitPrice()).isEqualByComparingTo(price);
        assertThat(line.warnings()).hasSize(warnings);
    }

    @Test
    void badRowsAreToldAndTheOthersRead() {
        var file = OrderFileReader.read(
                LCSC
                        + "C1,,maker,,0603,no number of the maker,YES,10,1\\1,5.23,52.30\r\n"
                        + ",M2,maker,,0603,no number of LCSC,YES,10,1\\1,5.23,52.30\r\n"
                        + "C3,M3,maker,,0603,negative,YES,-4,1\\1,5.23,52.30\r\n"
                        + ",,,,,Total,,,,,104.60\r\n"
                        + "C4,M4,maker,,0603,\"total\nof two lines\",YES,10,1\\1,5.23,52.30\r\n",
                null);
        assertThat(file.errors()).extracting(OrderFile.RowError::row).containsExactly(2L, 3L, 4L);
        assertThat(file.lines()).hasSize(1);
        assertThat(file.lines().getFirst().description()).isEqualTo("total of two lines");
    }

    @Test
    void aFileOfNobodyIsUnsupportedAndAMissingColumnIsNamed() {
        assertThat(OrderFileReader.read("a,b\n1,2", null).type()).isNull();
        assertThat(OrderFileReader.read("a,b\n1,2", null).problems()).hasSize(1);
        assertThat(OrderFileReader.read("", null).problems()).containsExactly("The file is empty");
        assertThat(OrderFileReader.read("just some words", null).isSupported()).isFalse();
        var file = OrderFileReader.read("LCSC Part Number,Description\nC1,x", null);
        assertThat(file.type()).isEqualTo("lcsc");
        assertThat(file.problems()).containsExactly("Missing required columns: Manufacture Part Number, Order Qty.");
    }

    @Test
    void columnsCanBeMappedByHand() {
        var text = "no.,mpn,what,pcs,each\nC1,M1,words,7,1.5\n";
        var chosen = Map.of(
                "no.",
                "supplier_number",
                "mpn",
                "maker_number",
                "what",
                "description",
                "pcs",
                "quantity",
                "each",
                "unit_price");
        var file = OrderFileReader.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "lcsc", chosen);
        assertThat(file.isSupported()).isTrue();
        assertAmounts(file, 0, "7", "1.5", "10.50");
        assertThatThrownBy(() -> OrderFileReader.read(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "lcsc", Map.of("no.", "nonsense")))
                .isInstanceOf(AppError.InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            LCSC_Exported__20241222_232705.csv,             LCSC,    232705,    2024-12-22
            lcsc_exported__20241222_232705.CSV,             LCSC,    232705,    2024-12-22
            C:\\files\\LCSC_Exported__20241222_232705.csv,  LCSC,    232705,    2024-12-22
            ../../LCSC_Exported__20241222_232705.csv,       LCSC,    232705,    2024-12-22
            LCSC_Exported__20241322_232705.csv,             -,       -,         -
            LCSC_Exported__2024122_232705.csv,              -,       -,         -
            LCSC_Exported__20241222_232705,                 -,       -,         -
            random_file.csv,                                -,       -,         -
            DK_PRODUCTS_88269818.csv,                       DigiKey, 88269818,  -
            digikey-export-ORD789123.xlsx,                  DigiKey, ORD789123, -
            Mouser-PO-987654321.xlsx,                       Mouser,  987654321, -
            order_123_po_456.csv,                           -,       123,       -
            271360826.xls,                                  Mouser,  271360826, -
            93441269.csv,                                   DigiKey, 93441269,  -
            20241222.csv,                                   -,       -,         -
            12345.csv,                                      -,       -,         -
            """)
    void fileNamesTellOfTheOrder(String name, String supplier, String number, LocalDate day) {
        var found = FileNames.read(name).orElse(OrderInfo.none());
        assertThat(found).isEqualTo(new OrderInfo(supplier, number, day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thick Film Resistor 1K 1% 0603        | Resistors
            MLCC Ceramic Capacitor 1uF 10V        | Capacitors
            IC MCU 32BIT 64KB FLASH 48LQFP        | Microcontrollers
            Assembled ceramic part                | Electronics
            LED RED CLEAR CHIP SMD                | LEDs
            发光二极管 红色                        | LEDs
            """)
    void categoriesAreGuessedByWholeWords(String description, String category) {
        assertThat(CategoryGuess.of(description)).first().isEqualTo(category);
    }
}
