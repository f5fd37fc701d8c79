package org.gemba.mto.calc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.gemba.mto.Completion;
import org.gemba.mto.Documents;
import org.gemba.mto.Match;
import org.gemba.mto.MtoContent;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoSettings;
import org.gemba.mto.Quantity;
import org.gemba.platform.config.SettingsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtoAggregatorTest {
    static final Routing ROUTING = MtoSettings.read(new SettingsSource(name -> java.util.Optional.empty()))
            .routing();
    private static final MtoAggregator AGGREGATOR = new MtoAggregator(ROUTING, false);

    private final Documents documents = new Documents("AS2511001");

    private MtoContent build() {
        return AGGREGATOR.build(documents.live());
    }

    /// `aux:value` of every line, in the order of the answer.
    private String values(Function<MtoLine, Quantity> quantity) {
        return build().lines().stream()
                .map(line -> line.auxId() + ":" + quantity.apply(line).value().toPlainString())
                .collect(joining(" "));
    }

    private MtoLine only() {
        assertThat(build().lines()).hasSize(1);
        return build().lines().getFirst();
    }

    @Test
    void needOfAMadeCodeIsItsProductionOrderNotTheSumOfItsComponentLines() {
        documents
                .component("05.01", 0, "100", "半成品", false)
                .component("05.01", 0, "100", "半成品", false)
                .component("05.01", 0, "100", "半成品", false)
                .order("05.01", 0, "100");
        assertThat(values(MtoLine::toProduce)).isEqualTo("0:100");
    }

    @Test
    void needOfABoughtCodeIsTheSumOfItsComponentLines() {
        documents.component("03.01", 0, "50", "外销包材", true).component("03.01", 0, "70", "外销包材", true);
        assertThat(values(MtoLine::purchaseOrdered)).isEqualTo("0:120");
        assertThat(only().fulfilment().demand()).isEqualByComparingTo("120");
    }

    @Test
    void needOfAMadeCodeWithoutAnOrderIsTheSumOfItsComponentLines() {
        documents.component("05.01", 0, "50", "半成品", false).component("05.01", 0, "70", "半成品", false);
        assertThat(values(MtoLine::toProduce)).isEqualTo("0:120");
    }

    @Test
    void ordersOfVariantsAddUpOnTheLineWithoutVariant() {
        documents
                .component("05.01", 0, "1130160", "半成品", false)
                .order("05.01", 11, "1000")
                .order("05.01", 12, "662");
        assertThat(values(MtoLine::toProduce)).isEqualTo("0:1662");
        assertThat(only().toProduce().match()).isEqualTo(Match.ALL_AUX_ROLLUP);
    }

    @Test
    void ordersOfOtherVariantsGoToOneLineOnce() {
        for (long aux : List.of(21L, 22L, 23L)) documents.component("05.01", aux, "2880", "半成品", false);
        documents.order("05.01", 31, "1000").order("05.01", 32, "662");
        assertThat(values(MtoLine::toProduce)).isEqualTo("21:1662 22:0 23:0");
        assertThat(build().lines().get(1).toProduce().match()).isEqualTo(Match.NO_MATCH);
    }

    @Test
    void anOrderOfAVariantStaysWithIt() {
        documents
                .component("05.01", 900, "1", "半成品", false)
                .component("05.01", 901, "1", "半成品", false)
                .order("05.01", 900, "10000");
        assertThat(values(MtoLine::toProduce)).isEqualTo("900:10000 901:0");
        assertThat(build().lines().getFirst().toProduce().match()).isEqualTo(Match.EXACT);
    }

    @Test
    void receiptsOfAnUnlistedVariantGoToTheElectedLine() {
        documents
                .component("05.01", 900, "1", "半成品", false)
                .component("05.01", 901, "1", "半成品", false)
                .received("05.01", 901, "500")
                .received("05.01", 999, "944");
        assertThat(values(MtoLine::produced)).isEqualTo("900:944 901:500");
    }

    @Test
    void receiptsAndPicksWithoutVariantGoToTheSmallestVariant() {
        documents
                .component("05.01", 900, "1", "半成品", false)
                .component("05.01", 901, "1", "半成品", false)
                .received("05.01", 0, "700")
                .received("05.01", 0, "300")
                .picked("05.01", 0, "950");
        assertThat(values(MtoLine::produced)).isEqualTo("900:1000 901:0");
        assertThat(values(MtoLine::picked)).isEqualTo("900:950 901:0");
        assertThat(build().lines().getFirst().produced().match()).isEqualTo(Match.AUX_ZERO_FALLBACK);
    }

    @Test
    void whatHasNoVariantGoesToTheSmallestWhileExactMatchesStay() {
        for (long aux : List.of(900L, 901L, 902L)) documents.component("05.01", aux, "1", "半成品", false);
        documents.received("05.01", 901, "500").received("05.01", 0, "300");
        assertThat(values(MtoLine::produced)).isEqualTo("900:300 901:500 902:0");
    }

    @Test
    void purchaseOrdersWithoutAListGiveOneLineAVariantAndReceiptsAreCountedOnce() {
        for (long aux : List.of(41L, 42L, 43L)) documents.bought("03.01", aux, "200", "0");
        documents.stockIn("03.01", 0, false, "600");
        assertThat(values(MtoLine::purchaseOrdered)).isEqualTo("41:200 42:200 43:200");
        assertThat(values(MtoLine::purchaseReceived)).isEqualTo("41:600 42:0 43:0");
    }

    @Test
    void productionOrdersWithoutAListGiveOneLineAVariant() {
        documents.order("05.01", 51, "960").order("05.01", 52, "9600").order("05.01", 53, "38880");
        assertThat(values(MtoLine::toProduce)).isEqualTo("51:960 52:9600 53:38880");
    }

    @Test
    void productionOrdersAddNoLineWhereAReceiptStandsForTheCode() {
        documents.received("05.01", 51, "10").order("05.01", 52, "20");
        assertThat(values(MtoLine::toProduce)).isEqualTo("51:20");
    }

    @Test
    void receiptsWithoutVariantCountForTheSoldVariant() {
        documents.sold("07.01", 3001, "500").received("07.01", 0, "500");
        assertThat(only().produced().value()).isEqualByComparingTo("500");
        assertThat(only().fulfilment().status()).isEqualTo(Completion.COMPLETED);
    }

    @Test
    void finishedGoodsThatWereBoughtInAreFulfilledByPurchaseReceipts() {
        documents.sold("07.01", 61, "242").stockIn("07.01", 61, false, "242");
        assertThat(only().produced().value()).isZero();
        assertThat(only().purchaseReceived().value()).isEqualByComparingTo("242");
        assertThat(only().fulfilment().rate()).isEqualByComparingTo("1");
        assertThat(only().fulfilment().overPicked()).isNull();
    }

    @Test
    void surplusOfFinishedGoodsGoesToTheVariantOrderedMost() {
        documents
                .sold("07.01", 72, "24")
                .sold("07.01", 71, "17000")
                .sold("07.01", 73, "24")
                .received("07.01", 71, "17280");
        assertThat(values(MtoLine::produced)).isEqualTo("72:0 71:17280 73:0");
        documents.received("07.01", 0, "20");
        assertThat(values(MtoLine::produced)).isEqualTo("72:0 71:17300 73:0");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # category, purchased, digit, type code, label
            主料,      false, 1, 1, 自制
            主料,      true,  1, 2, 外购
            辅料,      false, 1, 1, 自制
            辅料,      true,  1, 2, 外购
            半成品,    true,  2, 1, 自制
            外销包材,  true,  1, 2, 包材
            外销包材,  false, 1, 1, 包材
            委外加工,  false, 1, 3, 委外
            包装成品,  false, 1, 1, 成品
            '',        false, 1, 1, 自制
            '',        false, 2, 2, 包材
            未登记,    false, 3, 3, 委外
            '',        false, 5, 5, 未知
            """)
    void theCategoryDecidesTheTypeAndTheDigitOnlyWhenItIsUnknown(
            String category, boolean purchased, int digit, int code, String label) {
        documents.component("03.01", 0, "1", category, purchased, digit);
        assertThat(only().type().code()).isEqualTo(code);
        assertThat(only().type().label()).isEqualTo(label);
    }

    @Test
    void theMasterMayNameAnUnlistedMaterialButNeverCallItMadeHere() {
        documents.bought("01.01", 0, "5", "0").master("01.01", "主料", true);
        documents.bought("01.02", 0, "5", "0").master("01.02", "半成品", false);
        documents.received("06.01", 0, "5").master("06.01", "外销包材", true);
        assertThat(build().lines()).extracting(line -> line.type().label()).containsExactly("包材", "外购", "包材");
    }

    @Test
    void aDeliberateZeroStaysZero() {
        documents.component("03.01", 0, "120", "外销包材", true).bought("03.01", 0, "0", "0");
        assertThat(only().purchaseOrdered().value()).isZero();
        assertThat(only().purchaseOrdered().match()).isEqualTo(Match.EXACT);
        documents.component("05.01", 0, "80", "半成品", false).order("05.01", 0, "0");
        assertThat(build().lines().get(1).toProduce().value()).isZero();
    }

    @Test
    void whatNoDocumentSpeaksOfIsUnknownAndNotZero() {
        documents.component("05.01", 0, "80", "半成品", false).received("05.01", 0, "0");
        assertThat(only().produced().isKnown()).isTrue();
        assertThat(only().picked().isKnown()).isFalse();
    }

    @Test
    void aMadeItemThatWasAlsoBoughtShowsAndCountsBoth() {
        documents
                .component("05.01", 0, "100", "半成品", false)
                .received("05.01", 0, "60")
                .bought("05.01", 0, "40", "40");
        assertThat(only().purchaseReceived().value()).isEqualByComparingTo("40");
        assertThat(only().fulfilment().rate()).isEqualByComparingTo("1");
    }

    @Test
    void aSubcontractedItemIsMeasuredBySubcontractOrders() {
        documents
                .component("06.01", 0, "90", "委外加工", false)
                .subcontract("06.01", 0, "100", "0")
                .stockIn("06.01", 0, true, "50");
        assertThat(only().purchaseOrdered().value()).isEqualByComparingTo("100");
        assertThat(only().fulfilment().rate()).isEqualByComparingTo("0.5");
        assertThat(only().fulfilment().status()).isEqualTo(Completion.IN_PROGRESS);
    }

    @Test
    void namesComeFromTheFirstDocumentOfTheCodeAndFromTheMasterWhereDocumentsHaveNone() {
        documents.picked("03.09", 0, "5").master("03.09", "", false).aux(0, "");
        assertThat(only().materialName()).isEqualTo("Master of 03.09");
        documents.component("05.01", 7, "1", "半成品", false).aux(7, "Blue Model");
        assertThat(build().lines().getFirst().auxText()).isEqualTo("Blue Model");
        assertThat(build().lines().getFirst().materialName()).isEqualTo("Name of 05.01");
    }

    @Test
    void linesComeInTheOrderOfFinishedGoodsListsAndTheRest() {
        documents
                .picked("09.05", 0, "1")
                .order("09.04", 0, "1")
                .bought("09.03", 0, "1", "0")
                .received("09.02", 0, "1")
                .component("09.01", 0, "1", "半成品", false)
                .sold("07.01", 0, "1")
                .component("07.01", 0, "1", "包装成品", false);
        assertThat(build().lines())
                .extracting(MtoLine::materialCode)
                .containsExactly("07.01", "09.01", "09.02", "09.03", "09.04", "09.05");
    }

    @Test
    void everyTypeHasMetrics() {
        documents
                .sold("07.01", 0, "1")
                .component("05.01", 0, "1", "半成品", false)
                .component("03.01", 0, "1", "外销包材", true)
                .component("06.01", 0, "1", "委外加工", false)
                .component("08.01", 0, "1", "", false, 9);
        assertThat(build().lines()).hasSize(5).allSatisfy(line -> {
            assertThat(line.fulfilment().demand()).isEqualByComparingTo("1");
            assertThat(line.fulfilment().status()).isEqualTo(Completion.NOT_STARTED);
        });
    }

    @Test
    void strictlyOnlyExactMatchesCount() {
        documents.component("05.01", 900, "1", "半成品", false).received("05.01", 0, "300");
        var line =
                new MtoAggregator(ROUTING, true).build(documents.live()).lines().getFirst();
        assertThat(line.produced()).isEqualTo(new Quantity(BigDecimal.ZERO, Match.AUX_ZERO_FALLBACK));
    }

    @Test
    void returnsSimplySum() {
        documents
                .component("05.01", 0, "10", "半成品", false)
                .received("05.01", 0, "10")
                .received("05.01", 0, "-4");
        assertThat(only().produced().value()).isEqualByComparingTo("6");
    }

    @Test
    void liveAndCachedDocumentsComeToTheSame() {
        documents
                .sold("07.01", 1, "10")
                .component("05.01", 7, "3.50", "半成品", false)
                .received("05.01", 0, "1.5")
                .delivered("07.01", 1, "4")
                .aux(7, "Red");
        assertThat(AGGREGATOR.build(documents.cachedAt(Documents.NOW.minusSeconds(9))))
                .isEqualTo(build());
    }

    @Test
    void theParentIsTheFirstSalesOrderOfTheNumberItself() {
        assertThat(build().parent().customerName()).isEmpty();
        assertThat(build().parent().deliveryDate()).isNull();
        documents.sold("07.01", 0, "1");
        assertThat(build().parent().customerName()).isEqualTo("Example Corp");
        assertThat(build().parent().deliveryDate()).isEqualTo("2026-03-15");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AS2509048,    EXPORT,       COMPLETE_ORDER,      0
            AS2509048-2,  EXPORT,       COMPLETE_ORDER,      2
            DK25001S,     DOMESTIC,     SEMI_FINISHED_STOCK, 0
            WY25001,      RUIHU,        SAMPLE,              0
            XX1,          UNCLASSIFIED, UNCLASSIFIED,        0
            A,            EXPORT,       UNCLASSIFIED,        0
            """)
    void theNumberSaysWhatOrderItIs(String number, String market, String purpose, int subOrder) {
        var type = org.gemba.mto.MtoClass.of(number);
        assertThat(type.market().name() + " " + type.purpose() + " " + type.subOrder())
                .isEqualTo(market + " " + purpose + " " + subOrder);
    }
}
