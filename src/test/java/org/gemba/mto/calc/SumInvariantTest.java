package org.gemba.mto.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.gemba.erp.MtoDocuments;
import org.gemba.mto.Documents;
import org.gemba.mto.MtoContent;
import org.gemba.mto.MtoLine;
import org.gemba.mto.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the documents are, over the lines of one code each quantity adds up to the ERP's total exactly once.
class SumInvariantTest {
    private static final int ROUNDS = 2_000;
    private static final List<String> CODES = List.of("07.01", "07.02", "05.01", "05.02", "03.01", "06.01", "08.01");
    private static final List<String> CATEGORIES = List.of("主料", "半成品", "外销包材", "委外加工", "包装成品", "");
    private static final long[] VARIANTS = {0, 0, 900, 901, 902};

    private final MtoAggregator aggregator = new MtoAggregator(MtoAggregatorTest.ROUTING, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124, 77})
    void everyQuantityOfEveryCodeAddsUpOnce(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var documents = documents(random);
            var content = aggregator.build(documents);
            assertSums(documents, content);
            assertThat(content.lines())
                    .extracting(line -> line.materialCode() + "/" + line.auxId())
                    .doesNotHaveDuplicates();
        }
    }

    private static MtoDocuments documents(Random random) {
        var documents = new Documents("AS2511001");
        for (int count = random.nextInt(25); count > 0; count--) {
            var code = CODES.get(random.nextInt(CODES.size()));
            long aux = VARIANTS[random.nextInt(VARIANTS.length)];
            var quantity = new BigDecimal(random.nextInt(-50, 1000))
                    .movePointLeft(random.nextInt(3))
                    .toString();
            switch (random.nextInt(8)) {
                case 0 -> documents.sold(code, aux, quantity);
                case 1 -> documents.order(code, aux, quantity);
                case 2 ->
                    documents.component(
                            code,
                            aux,
                            quantity,
                            CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                            random.nextBoolean());
                case 3 -> documents.received(code, aux, quantity);
                case 4 -> documents.bought(code, aux, quantity, "0");
                case 5 -> documents.stockIn(code, aux, random.nextBoolean(), quantity);
                case 6 -> documents.subcontract(code, aux, quantity, "0");
                default -> documents.picked(code, aux, quantity);
            }
        }
        return documents.live();
    }

    private static void assertSums(MtoDocuments documents, MtoContent content) {
        assertSum(
                content,
                MtoLine::salesOrdered,
                totals(documents.salesOrders(), d -> d.material().code(), d -> d.quantity()));
        assertSum(
                content,
                MtoLine::produced,
                totals(documents.productionReceipts(), d -> d.material().code(), d -> d.received()));
        assertSum(
                content,
                MtoLine::picked,
                totals(documents.picks(), d -> d.material().code(), d -> d.issued()));
        assertSum(
                content,
                MtoLine::subcontractOrdered,
                totals(documents.subcontractOrders(), d -> d.material().code(), d -> d.ordered()));
        var ordered = totals(documents.productionOrders(), d -> d.material().code(), d -> d.quantity());
        var toProduce = sums(content, MtoLine::toProduce);
        ordered.forEach((code, total) ->
                assertThat(toProduce.get(code)).as("to produce " + code).isEqualByComparingTo(total));
        // A component list of a finished good's own code makes no line; everybody else's need is on a line.
        var bom = totals(documents.components(), d -> d.material().code(), d -> d.needed());
        var needed = sums(content, MtoLine::bomNeeded);
        bom.forEach((code, total) -> {
            if (needed.containsKey(code))
                assertThat(needed.get(code)).as("need " + code).isEqualByComparingTo(total);
            else assertThat(code).startsWith("07.");
        });
    }

    private static void assertSum(
            MtoContent content, Function<MtoLine, Quantity> quantity, Map<String, BigDecimal> erp) {
        var lines = sums(content, quantity);
        erp.forEach((code, total) -> assertThat(lines.get(code)).as(code).isEqualByComparingTo(total));
        lines.forEach((code, sum) -> {
            if (!erp.containsKey(code)) assertThat(sum).as(code).isZero();
        });
    }

    private static <D> Map<String, BigDecimal> totals(
            List<D> documents, Function<D, String> code, Function<D, BigDecimal> quantity) {
        var totals = new HashMap<String, BigDecimal>();
        for (var document : documents) totals.merge(code.apply(document), quantity.apply(document), BigDecimal::add);
        return totals;
    }

    private static Map<String, BigDecimal> sums(MtoContent content, Function<MtoLine, Quantity> quantity) {
        return totals(
                content.lines(),
                MtoLine::materialCode,
                line -> quantity.apply(line).value());
    }
}
