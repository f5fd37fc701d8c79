package org.gemba.tracking.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.Material;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackedMaterial;
import org.gemba.tracking.TrackedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every rule of decision 0160 on both sides of its boundary.
class OrderRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final List<SalesOrderLine> sales = new ArrayList<>();
    private final List<ProductionOrder> orders = new ArrayList<>();
    private final List<ComponentLine> components = new ArrayList<>();
    private final List<ProductionReceipt> receipts = new ArrayList<>();
    private final List<PurchaseOrderLine> purchases = new ArrayList<>();
    private final List<PurchaseReceipt> purchaseReceipts = new ArrayList<>();
    private final List<PickLine> picks = new ArrayList<>();
    private final List<DeliveryLine> deliveries = new ArrayList<>();
    private long entry;

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Material material(String code) {
        return new Material(code, "Name of " + code, "");
    }

    private void sale(String bill, String mto, String code, long aux, String quantity, String flags) {
        sales.add(new SalesOrderLine(
                bill,
                ++entry,
                mto,
                material(code),
                "",
                aux,
                bill.startsWith("B") ? "C002" : "C001",
                "Customer",
                DAY,
                DAY.plusDays(30),
                number(quantity),
                "",
                flags.contains("closed") || flags.contains("cancelled"),
                flags.contains("cancelled"),
                flags.contains("temporary") ? "Z" : "C"));
    }

    private void production(String bill, String mto, String code, long aux, String quantity, String status) {
        orders.add(new ProductionOrder(bill, ++entry, mto, material(code), aux, "", number(quantity), status, DAY));
    }

    private void component(String list, String order, String mto, String code, String needed, String picked) {
        components.add(new ComponentLine(
                list,
                ++entry,
                order,
                mto,
                material(code),
                "",
                "",
                false,
                1,
                0,
                number(needed),
                number(picked),
                BigDecimal.ZERO));
    }

    private void pick(String list, String mto, String code, String issued) {
        picks.add(new PickLine("P", ++entry, mto, list, material(code), 0, number(issued), number(issued)));
    }

    private void receipt(String mto, String code, long aux, String received) {
        receipts.add(new ProductionReceipt(
                "R", ++entry, mto, "MO", material(code), aux, number(received), number(received)));
    }

    private void delivery(String mto, String code, long aux, String delivered) {
        deliveries.add(new DeliveryLine(
                "D", ++entry, mto, material(code), aux, DAY.plusDays(9), number(delivered), number(delivered)));
    }

    private List<TrackedOrder> derived() {
        return OrderRules.orders(
                sales,
                new DocumentSet(
                        sales,
                        orders,
                        components,
                        receipts,
                        purchases,
                        purchaseReceipts,
                        List.of(),
                        picks,
                        deliveries));
    }

    private TrackedOrder order(String bill) {
        return derived().stream()
                .filter(order -> order.orderNo().equals(bill))
                .findFirst()
                .orElseThrow();
    }

    private OrderStatus status() {
        return derived().getFirst().status();
    }

    private TrackedMaterial only() {
        return derived().getFirst().materials().getFirst();
    }

    @Test
    void withoutAnyDocumentItIsPending() {
        sale("A1", "M1", "07.1", 0, "100", "");
        assertThat(status()).isEqualTo(OrderStatus.PENDING);
        assertThat(only().progress()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, PENDING",
        "2, PENDING",
        "3, PRODUCING",
        "4, PRODUCING",
        "5, PRODUCING",
        "6, PRODUCING",
        "'', PRODUCING"
    })
    void aProductionOrderThatIsOnlyPlannedHasNotBegun(String digit, OrderStatus expected) {
        sale("A1", "M1", "07.1", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", digit);
        assertThat(status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, PENDING", "0.001, PRODUCING", "-1, PENDING"})
    void pickingBeginsWithTheFirstPiece(String issued, OrderStatus expected) {
        sale("A1", "M1", "07.1", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", "1");
        component("L1", "MO1", "M1", "05.1", "100", "0");
        pick("L1", "M1", "05.1", issued);
        assertThat(status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, PRODUCING", "0.5, SHIPPED", "100, SHIPPED", "150, SHIPPED", "-5, PRODUCING"})
    void deliveredInPartOrInFullIsShipped(String delivered, OrderStatus expected) {
        sale("A1", "M1", "07.1", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", "4");
        delivery("M1", "07.1", 0, delivered);
        assertThat(status()).isEqualTo(expected);
    }

    @Test
    void closedIsCompletedWhateverWasDelivered() {
        sale("A1", "M1", "07.1", 0, "100", "closed");
        assertThat(status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void anOrderIsClosedWhenItsLastLineIs() {
        sale("A1", "M1", "07.1", 0, "100", "closed");
        sale("A1", "M2", "07.2", 0, "100", "");
        var order = order("A1");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.materials())
                .extracting(TrackedMaterial::status)
                .containsExactly(OrderStatus.COMPLETED, OrderStatus.PENDING);
    }

    @Test
    void cancelledLinesOfAnOrderThatGoesOnCountForNothing() {
        sale("A1", "M1", "07.1", 0, "100", "cancelled");
        sale("A1", "M2", "07.2", 0, "50", "closed");
        var order = order("A1");
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.ordered()).isEqualByComparingTo("50");
        sale("A2", "M3", "07.1", 0, "100", "cancelled");
        assertThat(order("A2").status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void whatSomebodyIsStillEnteringIsNoOrder() {
        sale("A1", "M1", "07.1", 0, "100", "temporary");
        assertThat(derived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "33.333, 33.33", "99.999, 99.99", "100, 100", "120, 100", "-4, 0"})
    void progressIsReceivedOfNeededRoundedDown(String received, String percent) {
        sale("A1", "M1", "07.1", 0, "100", "");
        receipt("M1", "07.1", 0, received);
        assertThat(only().progress()).isEqualByComparingTo(percent);
    }

    @Test
    void boughtGoodsCountAsReceivedAndTheirOrderAsBegun() {
        sale("A1", "M1", "07.1", 0, "100", "");
        purchases.add(new PurchaseOrderLine(
                "PO", 900, "M1", material("07.1"), 0, number("100"), BigDecimal.ZERO, number("100")));
        assertThat(status()).isEqualTo(OrderStatus.PRODUCING);
        purchaseReceipts.add(
                new PurchaseReceipt("PR", 901, "M1", material("07.1"), 0, false, number("60"), number("60")));
        assertThat(only().progress()).isEqualByComparingTo("60");
    }

    @Test
    void packagingThatIsBoughtDoesNotBeginAGood() {
        sale("A1", "M1", "07.1", 0, "100", "");
        purchases.add(new PurchaseOrderLine(
                "PO", 900, "M1", material("03.1"), 0, number("100"), BigDecimal.ZERO, number("100")));
        assertThat(status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void aGoodHasBegunWhenItsPartsHaveAndItsNeighbourHasNot() {
        sale("A1", "M1", "07.1", 0, "100", "");
        sale("A1", "M1", "07.2", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", "1");
        production("MO2", "M1", "07.2", 0, "100", "1");
        component("L1", "MO1", "M1", "05.1", "100", "0");
        production("MO3", "M1", "05.1", 0, "100", "4");
        assertThat(order("A1").materials())
                .extracting(TrackedMaterial::status)
                .containsExactly(OrderStatus.PRODUCING, OrderStatus.PENDING);
        assertThat(order("A1").status()).isEqualTo(OrderStatus.PRODUCING);
    }

    @Test
    void componentListsThatNameOneAnotherComeToAnEnd() {
        sale("A1", "M1", "07.1", 0, "100", "");
        sale("A1", "M1", "07.2", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", "1");
        production("MO2", "M1", "05.1", 0, "100", "1");
        component("L1", "MO1", "M1", "05.1", "100", "0");
        component("L2", "MO2", "M1", "07.1", "100", "0");
        assertThat(status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void pickingIsTheMeanOfItsComponents() {
        sale("A1", "M1", "07.1", 0, "100", "");
        production("MO1", "M1", "07.1", 0, "100", "4");
        component("L1", "MO1", "M1", "05.1", "100", "0");
        component("L1", "MO1", "M1", "05.2", "10", "10");
        pick("L1", "M1", "05.1", "50");
        assertThat(only().picking()).isEqualByComparingTo("0.75");
        pick("L1", "M1", "05.1", "100");
        assertThat(only().picking())
                .as("over-picked of one is no more than all of it")
                .isEqualByComparingTo("1");
    }

    @Test
    void variantsTakeTheirOwnAndShareWhatHasNone() {
        sale("A1", "M1", "07.1", 11, "100", "");
        sale("A1", "M1", "07.1", 12, "60", "");
        receipt("M1", "07.1", 12, "20");
        receipt("M1", "07.1", 0, "110");
        assertThat(order("A1").materials())
                .extracting(material -> material.received().toPlainString())
                .containsExactly("100", "30");
    }

    @Test
    void ordersThatShareANumberShareItsDeliveriesInTheOrderOfEntry() {
        sale("A1", "M1", "07.1", 0, "100", "");
        sale("B1", "M1", "07.1", 0, "50", "");
        delivery("M1", "07.1", 0, "120");
        assertThat(order("A1").delivered()).isEqualByComparingTo("100");
        assertThat(order("B1").delivered()).isEqualByComparingTo("20");
    }

    @Test
    void twoLinesOfOneMaterialAreOneMaterial() {
        sale("A1", "M1", "07.1", 0, "100", "");
        sale("A1", "M1", "07.1", 0, "20", "");
        receipt("M1", "07.1", 0, "60");
        assertThat(order("A1").materials()).hasSize(1);
        assertThat(only().ordered()).isEqualByComparingTo("120");
        assertThat(only().progress()).isEqualByComparingTo("50");
    }

    @Test
    void linesWithoutANumberHaveNoDocuments() {
        sale("A1", "", "07.1", 0, "100", "");
        sale("A2", "", "07.1", 0, "100", "");
        production("MO1", "", "07.1", 0, "100", "4");
        delivery("", "07.1", 0, "10");
        assertThat(order("A1").status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order("A2").status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void lettersOfANumberMatchInEitherCase() {
        sale("A1", "m1", "07.1", 0, "100", "");
        delivery("M1", "07.1", 0, "10");
        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void theOrdersProgressDoesNotMakeUpOneMaterialByAnother() {
        sale("A1", "M1", "07.1", 0, "100", "");
        sale("A1", "M2", "07.2", 0, "100", "");
        receipt("M1", "07.1", 0, "150");
        receipt("M2", "07.2", 0, "20");
        assertThat(order("A1").progress()).isEqualByComparingTo("60");
    }
}
