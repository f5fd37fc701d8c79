package org.gemba.demo.story;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gemba.demo.story.SampleFiles.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gemba.demo.k3cloud.FormKind;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.SampleFiles.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each case that sample-data/README.md names, looked for in the committed files.
class StoryCasesTest {
    private static final SampleFiles FILES = new SampleFiles();

    @Test
    void ak2510034IsRich() {
        for (var form : List.of(
                Forms.SALES_ORDER,
                Forms.PRODUCTION_ORDER,
                Forms.COMPONENT_LIST,
                Forms.PRODUCTION_RECEIPT,
                Forms.PURCHASE_ORDER,
                Forms.PURCHASE_RECEIPT,
                Forms.SUBCONTRACT_ORDER,
                Forms.PICKING,
                Forms.DELIVERY))
            assertThat(rows(form, "AK2510034")).as(form.id()).isNotEmpty();
        assertThat(rows(Forms.SALES_ORDER, "AK2510034"))
                .extracting(row -> row.text("FAuxPropId"))
                .hasSize(3);
        var granulate = of(rows(Forms.PURCHASE_ORDER, "AK2510034"), "01.01.001");
        assertThat(sum(granulate, "FStockInQty")).isLessThan(sum(granulate, "FQty"));
        var straps = "05.01.006";
        assertThat(of(rows(Forms.PRODUCTION_RECEIPT, "AK2510034"), straps)).isNotEmpty();
        assertThat(of(rows(Forms.PURCHASE_RECEIPT, "AK2510034"), straps)).isNotEmpty();
        assertOverPicked("AK2510034", "02.01.001");
    }

    @ParameterizedTest
    @CsvSource({"AK251003,AK2510034", "AK251003,AK2510035", "AS2509048,AS2509048-1"})
    void numbersThatBeginAlikeAreThere(String prefix, String longer) {
        assertThat(longer).startsWith(prefix);
        assertThat(rows(Forms.PRODUCTION_ORDER, prefix)).isNotEmpty();
        assertThat(rows(Forms.PRODUCTION_ORDER, longer)).isNotEmpty();
    }

    @Test
    void sizesMustBeToldApart() {
        assertThat(rows(Forms.SALES_ORDER, "AS2511012"))
                .extracting(row -> row.text("FAuxPropId"))
                .containsExactly("100201", "100202", "100203", "100204");
    }

    @Test
    void oneMaterialStandsTwiceInOneBill() {
        assertThat(hasTwins(rows(Forms.SALES_ORDER, "AS2511019"))).isTrue();
        assertThat(hasTwins(rows(Forms.COMPONENT_LIST, "AS2511019"))).isTrue();
    }

    @Test
    void overPicksAreThereMildSevereAndUnclear() {
        assertOverPicked("AS2512007", "03.01.001");
        assertOverPicked("AY2512021", "03.03.001");
        assertThat(rows(Forms.PICKING, "DS2512005"))
                .anyMatch(row -> row.text("FAppQty").equals("0")
                        && row.number("FActualQty").signum() > 0);
        assertThat(rows(Forms.PICKING, "DS2512008"))
                .anyMatch(row -> row.text("FAppQty").isEmpty()
                        && row.number("FActualQty").signum() > 0);
    }

    @Test
    void somethingIsOnlyBought() {
        assertThat(rows(Forms.PURCHASE_RECEIPT, "AS2512061")).isNotEmpty();
        assertThat(rows(Forms.SALES_ORDER, "AS2512061")).isEmpty();
        assertThat(rows(Forms.PRODUCTION_ORDER, "AS2512061")).isEmpty();
        assertThat(rows(Forms.PURCHASE_RECEIPT, "AS2511030"))
                .extracting(Row::material)
                .containsOnly("07.09.001");
        assertThat(rows(Forms.PRODUCTION_RECEIPT, "AS2511030")).isEmpty();
        var torches = rows(Forms.PURCHASE_ORDER, "DS2601009");
        assertThat(sum(torches, "FStockInQty")).isEqualByComparingTo(sum(torches, "FRemainStockInQty"));
    }

    @Test
    void aCancelledOrderIsCancelledEverywhere() {
        for (var form : List.of(Forms.SALES_ORDER, Forms.PRODUCTION_ORDER, Forms.COMPONENT_LIST))
            assertThat(rows(form, "DS2509014"))
                    .as(form.id())
                    .isNotEmpty()
                    .allMatch(row -> row.text("FCancelStatus").equals("B"));
        assertThat(rows(Forms.PRODUCTION_RECEIPT, "DS2509014")).isEmpty();
    }

    @Test
    void halfOfTheSubcontractedWorkCameBack() {
        var outside = rows(Forms.SUBCONTRACT_ORDER, "AS2512022");
        assertThat(sum(outside, "FStockInQty")).isEqualByComparingTo(sum(outside, "FNoStockInQty"));
        assertThat(rows(Forms.PURCHASE_RECEIPT, "AS2512022"))
                .anyMatch(row -> row.text("FBillTypeID.FNumber").equals("RKD03_SYS"));
    }

    @Test
    void draftsStandInOneOrderOnly() {
        for (var form :
                List.of(Forms.PURCHASE_ORDER, Forms.PURCHASE_RECEIPT, Forms.PRODUCTION_RECEIPT, Forms.PICKING)) {
            var drafts = FILES.rows(form).stream().filter(row -> !row.counts()).toList();
            assertThat(drafts)
                    .as(form.id())
                    .isNotEmpty()
                    .allMatch(row -> row.mto().equals("AS2512019"));
        }
        assertThat(rows(Forms.PURCHASE_ORDER, "AS2512019"))
                .anyMatch(row -> row.text("FDocumentStatus").equals("Z"));
        assertThat(rows(Forms.PICKING, "AS2512019"))
                .anyMatch(row -> row.text("FDocumentStatus").equals("D"));
        assertThat(FILES.rows(Forms.DELIVERY).stream()
                        .filter(row -> !row.counts())
                        .toList())
                .isNotEmpty()
                .allMatch(row -> row.mto().equals("AS2512019"));
    }

    @Test
    void closedOrdersAreClosedInDifferentWays() {
        assertThat(rows(Forms.SALES_ORDER, "AS2507009"))
                .allMatch(row -> row.text("FMANUALROWCLOSE").equals("true"));
        assertThat(made("AS2507009")).isLessThan(ordered("AS2507009"));
        assertThat(rows(Forms.SALES_ORDER, "AS2506011"))
                .allMatch(row -> row.text("FCloseStatus").equals("B"));
        assertThat(shipped("AS2506011")).isGreaterThan(ordered("AS2506011"));
        assertThat(rows(Forms.SALES_ORDER, "AS2511044"))
                .allMatch(row -> row.text("FCloseStatus").equals("A"));
        assertThat(shipped("AS2511044")).isGreaterThan(ordered("AS2511044"));
    }

    @Test
    void oneOrderIsLate() {
        assertThat(rows(Forms.SALES_ORDER, "AS2510027"))
                .allMatch(row -> LocalDate.parse(row.text("FDeliveryDate")).isBefore(OrderBook.LAST_DAY.minusDays(30)));
        assertThat(made("AS2510027")).isEqualByComparingTo(ordered("AS2510027").multiply(new BigDecimal("0.4")));
    }

    @Test
    void oneNumberStandsInTheHeaderOnly() {
        var header = FILES.rows(Forms.SALES_ORDER).stream()
                .filter(row -> !row.text("F_QWJI_JHGZH").isEmpty())
                .toList();
        assertThat(header)
                .isNotEmpty()
                .allMatch(row -> row.text("F_QWJI_JHGZH").equals("AS2512033")
                        && row.mto().isEmpty());
        assertThat(rows(Forms.PRODUCTION_ORDER, "AS2512033")).isNotEmpty();
    }

    @Test
    void returnsAreNegative() {
        assertThat(rows(Forms.PICKING, "AS2511051"))
                .anyMatch(row -> row.number("FActualQty").signum() < 0);
        assertThat(rows(Forms.PRODUCTION_RECEIPT, "AS2511051"))
                .anyMatch(row -> row.number("FRealQty").signum() < 0);
    }

    @Test
    void onePurchaseOrderServesTwoNumbers() {
        var first = rows(Forms.PURCHASE_ORDER, "AS2512040").stream()
                .map(row -> row.text("FBillNo"))
                .toList();
        assertThat(rows(Forms.PURCHASE_ORDER, "AS2512041")).anyMatch(row -> first.contains(row.text("FBillNo")));
    }

    @Test
    void somePackagingIsOnNoList() {
        assertThat(of(rows(Forms.PURCHASE_ORDER, "AS2510072"), "03.01.004")).isNotEmpty();
        assertThat(of(rows(Forms.PICKING, "AS2510072"), "03.01.004")).isNotEmpty();
        assertThat(of(rows(Forms.COMPONENT_LIST, "AS2510072"), "03.01.004")).isEmpty();
    }

    @Test
    void someOrdersLackWhatOthersHave() {
        assertThat(rows(Forms.SALES_ORDER, "AK2511080")).isEmpty();
        assertThat(rows(Forms.PRODUCTION_RECEIPT, "AK2511080")).isNotEmpty();
        assertThat(rows(Forms.SALES_ORDER, "DS2601017"))
                .isNotEmpty()
                .allMatch(row -> row.text("FDeliveryDate").isEmpty());
        assertThat(of(rows(Forms.PRODUCTION_RECEIPT, "AS2512050"), "07.01.002"))
                .isNotEmpty()
                .allMatch(row -> row.text("FAuxPropId").equals("0"));
        assertThat(of(rows(Forms.COMPONENT_LIST, "AS2511066"), "09.01.001")).isNotEmpty();
        assertThat(rows(Forms.PRODUCTION_RECEIPT, "AS2602004")).isEmpty();
        assertThat(rows(Forms.PRODUCTION_ORDER, "DS2602006")).isNotEmpty();
    }

    private static void assertOverPicked(String mto, String material) {
        var picks = of(rows(Forms.PICKING, mto), material);
        assertThat(sum(picks, "FActualQty")).as(mto).isGreaterThan(sum(picks, "FAppQty"));
        assertThat(of(rows(Forms.COMPONENT_LIST, mto), material))
                .anyMatch(row -> row.number("FNoPickedQty").signum() < 0);
    }

    private static boolean hasTwins(List<Row> rows) {
        return rows.stream()
                .collect(groupingBy(row -> row.text("FBillNo") + row.material() + row.text("FAuxPropId")))
                .values()
                .stream()
                .anyMatch(twins -> twins.size() > 1);
    }

    private static BigDecimal ordered(String mto) {
        return sum(rows(Forms.SALES_ORDER, mto), "FQty");
    }

    private static BigDecimal made(String mto) {
        var finished = rows(Forms.SALES_ORDER, mto).getFirst().material();
        return sum(of(rows(Forms.PRODUCTION_RECEIPT, mto), finished), "FRealQty");
    }

    private static BigDecimal shipped(String mto) {
        return sum(rows(Forms.DELIVERY, mto), "FRealQty");
    }

    private static List<Row> of(List<Row> rows, String material) {
        return rows.stream().filter(row -> row.material().equals(material)).toList();
    }

    private static List<Row> rows(FormKind form, String mto) {
        return FILES.rows(form, mto);
    }
}
