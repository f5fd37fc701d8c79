package org.gemba.demo.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemba.demo.k3cloud.FormKind;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.SampleFiles.Row;
import org.junit.jupiter.api.Test;

class StoryFilesTest {
    private static final SampleFiles FILES = new SampleFiles();
    private static final List<FormKind> BILLS =
            Forms.ALL.stream().filter(form -> form.position("FBillNo") >= 0).toList();

    @Test
    void theGeneratorWritesExactlyTheCommittedFiles() {
        StoryGenerator.files()
                .forEach((name, text) ->
                        assertThat(SampleFiles.text(name)).as(name).isEqualTo(text));
    }

    @Test
    void theStoryIsAsLargeAsItIsTold() throws IOException {
        var numbers = new HashSet<String>();
        for (var form : BILLS) FILES.rows(form).forEach(row -> numbers.add(row.mto()));
        numbers.remove("");
        int documents = BILLS.stream().mapToInt(form -> FILES.rows(form).size()).sum();
        assertThat(numbers.size()).isBetween(295, 305);
        assertThat(documents).isBetween(20_000, 21_500);
        try (var files = Files.walk(SampleFiles.FOLDER)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(6_000_000);
        }
    }

    @Test
    void entryIdsAreUniqueAndBillsKeepOneStatus() {
        for (var form : BILLS) {
            var rows = FILES.rows(form);
            assertThat(rows.stream().map(row -> row.text(form.entryKey())).toList())
                    .as(form.id())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
            var statuses = rows.stream()
                    .collect(groupingBy(
                            row -> row.text("FBillNo"), mapping(row -> row.text("FDocumentStatus"), toSet())));
            assertThat(statuses.values()).allMatch(found -> found.size() == 1);
        }
    }

    @Test
    void everyLinkResolvesWithinTheSameOrder() {
        assertLinks(Forms.COMPONENT_LIST, "FMOBillNO", Forms.PRODUCTION_ORDER);
        assertLinks(Forms.PRODUCTION_RECEIPT, "FMoBillNo", Forms.PRODUCTION_ORDER);
        assertLinks(Forms.PICKING, "FMoBillNo", Forms.PRODUCTION_ORDER);
        assertLinks(Forms.PICKING, "FPPBomBillNo", Forms.COMPONENT_LIST);
        var purchases = numbers(Forms.PURCHASE_ORDER);
        purchases.addAll(numbers(Forms.SUBCONTRACT_ORDER));
        assertThat(FILES.rows(Forms.PURCHASE_RECEIPT))
                .allMatch(row -> row.text("FPOOrderNo").isEmpty()
                        ? !row.counts()
                        : purchases.contains(row.mto() + " " + row.text("FPOOrderNo")));
        var customers = values(Forms.CUSTOMER, "FNumber");
        assertThat(FILES.rows(Forms.SALES_ORDER)).allMatch(row -> customers.contains(row.text("FCustId.FNumber")));
        var aux = values(Forms.AUX_TEXT, "FID");
        aux.add("0");
        for (var form : BILLS)
            assertThat(FILES.rows(form)).as(form.id()).allMatch(row -> aux.contains(row.text("FAuxPropId")));
    }

    @Test
    void onlyOneMaterialHasNoMaster() {
        var known = values(Forms.MATERIAL, "FNumber");
        var unknown = new HashSet<String>();
        for (var form : BILLS)
            FILES.rows(form).stream()
                    .filter(row -> !known.contains(row.material()))
                    .forEach(row -> unknown.add(row.mto() + " " + row.material()));
        assertThat(unknown).containsExactly("AS2511066 09.01.001");
    }

    @Test
    void nothingHappensAfterTheLastDayOrBeforeTheFirst() {
        for (var form : BILLS)
            for (var row : FILES.rows(form)) {
                var created = LocalDateTime.parse(row.text("FCreateDate"));
                assertThat(created).isAfterOrEqualTo(OrderBook.FIRST_DAY.atStartOfDay());
                assertThat(LocalDateTime.parse(row.text("FModifyDate")))
                        .isAfterOrEqualTo(created)
                        .isBefore(OrderBook.LAST_DAY.atTime(0, 10));
            }
    }

    @Test
    void receivedQuantitiesAreTheSumsOfTheirReceipts() {
        var receipts = sums(Forms.PURCHASE_RECEIPT, row -> row.text("FPOOrderNo"), "FRealQty");
        for (var form : List.of(Forms.PURCHASE_ORDER, Forms.SUBCONTRACT_ORDER))
            sums(form, row -> row.text("FBillNo"), "FStockInQty")
                    .forEach((key, quantity) -> assertThat(receipts.getOrDefault(key, BigDecimal.ZERO))
                            .as(key)
                            .isEqualByComparingTo(quantity));
    }

    @Test
    void pickedQuantitiesAreTheSumsOfTheirPickings() {
        var picks = sums(Forms.PICKING, row -> row.text("FPPBomBillNo"), "FActualQty");
        sums(Forms.COMPONENT_LIST, row -> row.text("FBillNo"), "FPickedQty")
                .forEach((key, quantity) -> assertThat(picks.getOrDefault(key, BigDecimal.ZERO))
                        .as(key)
                        .isEqualByComparingTo(quantity));
    }

    @Test
    void nothingIsMadeOrDeliveredBeyondWhatWasOrderedUnlessTold() {
        var ordered = sums(Forms.PRODUCTION_ORDER, row -> row.text("FBillNo"), "FQty");
        sums(Forms.PRODUCTION_RECEIPT, row -> row.text("FMoBillNo"), "FRealQty")
                .forEach((key, made) -> assertThat(made).as(key).isLessThanOrEqualTo(ordered.get(key)));
        var over = new HashSet<String>();
        var sold = byMto(Forms.SALES_ORDER, "FQty");
        byMto(Forms.DELIVERY, "FRealQty").forEach((mto, gone) -> {
            if (!mto.isEmpty() && gone.compareTo(sold.getOrDefault(mto, BigDecimal.ZERO)) > 0) over.add(mto);
        });
        assertThat(over).containsExactlyInAnyOrder("AS2506011", "AS2511044", "AS2512033");
    }

    @Test
    void theReadmeTellsEveryToldOrderAndNoOther() {
        var told = OrderBook.told().stream().map(Order::mto).collect(toSet());
        var written = new HashSet<String>();
        var number = Pattern.compile("\\b[ADW][SKY]\\d{6,8}S?(-\\d)?\\b").matcher(SampleFiles.text("README.md"));
        while (number.find()) written.add(number.group());
        assertThat(written).isEqualTo(told);
    }

    private static void assertLinks(FormKind from, String key, FormKind to) {
        var targets = numbers(to);
        assertThat(FILES.rows(from))
                .as(from.id() + "." + key)
                .allMatch(row -> row.text(key).isEmpty() || targets.contains(row.mto() + " " + row.text(key)));
    }

    private static Set<String> numbers(FormKind form) {
        return FILES.rows(form).stream()
                .map(row -> row.mto() + " " + row.text("FBillNo"))
                .collect(toSet());
    }

    private static Set<String> values(FormKind form, String key) {
        return FILES.rows(form).stream().map(row -> row.text(key)).collect(toSet());
    }

    /// By order, bill, material and aux attribute, of what counts.
    private static Map<String, BigDecimal> sums(
            FormKind form, java.util.function.Function<Row, String> bill, String key) {
        var sums = new HashMap<String, BigDecimal>();
        for (var row : FILES.rows(form)) {
            if (!row.counts()) continue;
            var name = row.mto() + " " + bill.apply(row) + " " + row.material() + " "
                    + (row.mto().equals("AS2512050") || form == Forms.PURCHASE_RECEIPT || form == Forms.PURCHASE_ORDER
                            ? ""
                            : row.text("FAuxPropId").replaceFirst("^0$", ""));
            sums.merge(name, row.number(key), BigDecimal::add);
        }
        return sums;
    }

    private static Map<String, BigDecimal> byMto(FormKind form, String key) {
        var sums = new HashMap<String, BigDecimal>();
        for (var row : FILES.rows(form)) if (row.counts()) sums.merge(row.mto(), row.number(key), BigDecimal::add);
        return sums;
    }
}
