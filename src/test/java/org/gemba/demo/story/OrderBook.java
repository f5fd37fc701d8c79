package org.gemba.demo.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gemba.demo.story.Order.Line;
import org.gemba.demo.story.Order.Twist;

/// All orders of two years: those that the story tells by name, and the ordinary ones around them.
final class OrderBook {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 13);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 12);

    /// number | customer | product | aux:quantity … | day | due | reach | delay | twists
    static final String TOLD = """
            AK2510034|A001|07.01.001|100101:1200 100102:800 100104:400|2025-10-21|2026-03-15|0.8|34|OVER_PICKED ALSO_BOUGHT
            AK2510035|A001|07.02.001|100101:900 100103:300|2025-10-22|2026-02-20|0.9|30|
            AK2510036|A002|07.04.001|100101:2400 100102:1200|2025-10-27|2025-12-20|1|0|CLOSED
            AK251003|A006|07.02.002|0:360|2025-10-08|2025-11-28|1|0|CLOSED
            AS2509048|A002|07.03.001|100101:600 100105:600|2025-09-15|2025-11-20|1|4|
            AS2509048-1|A002|07.03.001|100105:80|2025-11-24|2026-01-05|1|0|
            AS2511012|A005|07.05.001|100201:300 100202:800 100203:900 100204:200|2025-11-10|2026-02-02|0.9|18|
            AS2511019|A003|07.01.003|100102:500 100103:700|2025-11-12|2026-01-10|1|0|DOUBLE_LINES
            AS2512007|A004|07.01.002|100101:1000|2025-12-03|2026-02-10|1|0|OVER_PICKED
            DS2512005|D003|07.04.001|100102:260|2025-12-02|2026-01-25|1|0|PICKED_WITHOUT_APPLICATION
            DS2512008|D001|07.02.001|100101:150|2025-12-05|2026-02-05|1|3|UNCLEAR_PICKS
            AS2512061|A007|03.01.001|0:3000|2025-12-16|2026-02-25|0.7|0|PURCHASE_ONLY
            DS2509014|D002|07.03.002|100102:120|2025-09-09|2025-10-30|1|0|CANCELLED
            AS2512022|A009|07.05.001|100202:400 100203:400|2025-12-08|2026-02-28|0.5|6|SUBCONTRACT_SHORT
            AS2511030|A010|07.09.001|0:500|2025-11-18|2026-01-20|1|0|BOUGHT_IN
            DS2601009|D004|07.09.002|0:240|2026-01-08|2026-02-28|0.5|0|BOUGHT_IN
            AS2512019|A011|07.01.001|100101:640|2025-12-09|2026-02-20|0.6|4|DRAFTS
            AS2507009|A012|07.02.001|100101:1000|2025-07-07|2025-09-15|0.75|0|CLOSED
            AS2506011|A003|07.03.001|100101:450|2025-06-10|2025-08-20|1|0|CLOSED OVER_SHIPPED
            AS2511044|A008|07.04.001|100102:960|2025-11-20|2026-01-18|1|0|OVER_SHIPPED
            AS2510027|A004|07.06.001|100102:700 100103:500|2025-10-16|2025-12-22|0.4|30|
            AS2512033|A010|07.01.002|100101:300 100102:300|2025-12-12|2026-02-26|1|0|HEADER_NUMBER
            AY2512021|A008|07.05.002|100202:12|2025-12-22|2026-01-30|1|0|OVER_PICKED
            DY2601002|D006|07.04.001|100102:6|2026-01-05|2026-02-20|1|0|
            AS2511051|A006|07.01.001|100102:420|2025-11-24|2026-01-26|1|0|RETURNS
            AS2512040|A001|07.02.002|100101:500|2025-12-15|2026-02-18|1|0|SHARED_PURCHASE
            AS2512041|A002|07.02.002|100102:700|2025-12-15|2026-02-20|1|0|SHARED_PURCHASE
            AS2511066|A009|07.02.002|100101:320|2025-11-27|2026-01-28|1|0|UNKNOWN_MATERIAL
            AS2510072|A005|07.01.001|100101:880|2025-10-29|2025-12-30|1|0|EXTRA_PURCHASE
            DS2510008S|D005|07.01.003|100103:90|2025-10-09|2025-11-30|1|0|CLOSED
            AK2511080|A001|05.01.006|100101:5000 100102:3000|2025-11-28|2026-02-28|1|0|STOCK_ONLY
            DS2601017|D002|07.03.002|100102:200|2026-01-16|-|1|0|NO_DUE_DATE
            WS2511003|W001|07.04.001|100101:1500 100102:900|2025-11-05|2026-01-15|1|0|
            AS2512050|A012|07.01.002|100101:240 100102:960|2025-12-18|2026-02-24|1|0|AUX_LOST_AT_RECEIPT
            AS2602004|A007|07.06.001|100101:600|2026-02-04|2026-04-10|1|0|
            DS2602006|D003|07.02.002|100104:180|2026-02-10|2026-03-25|1|0|
            """;

    private static final int ORDERS = 300;
    private static final List<String> PRODUCTS = Catalogue.LISTS.keySet().stream()
            .filter(code -> code.startsWith("07."))
            .toList();

    private OrderBook() {}

    static List<Order> orders() {
        var orders = new ArrayList<>(told());
        var taken = new HashSet<String>();
        orders.forEach(order -> taken.add(order.mto()));
        for (int n = 0; orders.size() < ORDERS; n++) {
            var order = ordinary(new Dice("order " + n));
            if (taken.add(order.mto())) orders.add(order);
        }
        orders.sort(Comparator.comparing(Order::day).thenComparing(Order::mto));
        return orders;
    }

    static List<Order> told() {
        return TOLD.lines().map(line -> told(line.split("\\|", -1))).toList();
    }

    private static Order told(String[] cells) {
        var lines = List.of(cells[3].split(" ", -1)).stream()
                .map(text -> text.split(":", -1))
                .map(pair -> new Line(Long.parseLong(pair[0]), new BigDecimal(pair[1])))
                .toList();
        var twists = EnumSet.noneOf(Twist.class);
        for (var word : cells[8].split(" ", -1)) if (!word.isEmpty()) twists.add(Twist.valueOf(word));
        var due = cells[5].equals("-") ? LocalDate.MAX : LocalDate.parse(cells[5]);
        return new Order(
                cells[0],
                customer(cells[1]),
                cells[2],
                lines,
                LocalDate.parse(cells[4]),
                due,
                new BigDecimal(cells[6]),
                Integer.parseInt(cells[7]),
                twists);
    }

    /// An order like any other: some are late, a few short, the old ones closed.
    private static Order ordinary(Dice dice) {
        var day = FIRST_DAY.plusDays(dice.below(724));
        var market = dice.pick(List.of("A", "A", "A", "A", "A", "A", "D", "D", "D", "W"));
        var type = dice.pick(List.of("S", "S", "S", "S", "S", "S", "S", "K", "K", "Y"));
        var product = dice.pick(PRODUCTS);
        var customer = dice.pick(Catalogue.CUSTOMERS.stream()
                .filter(partner -> partner.number().startsWith(market))
                .toList());
        boolean isOld = day.isBefore(LAST_DAY.minusDays(120));
        boolean isShort = dice.below(12) == 0;
        var twists = EnumSet.noneOf(Twist.class);
        if (isOld) twists.add(Twist.CLOSED);
        if (dice.below(40) == 0 && !isShort) twists.add(Twist.OVER_PICKED);
        return new Order(
                market + type + "%02d%02d%03d".formatted(day.getYear() % 100, day.getMonthValue(), 1 + dice.below(96)),
                customer,
                product,
                lines(dice, product, type, market),
                day,
                day.plusDays(62 + dice.below(25)),
                isShort ? new BigDecimal("0." + (3 + dice.below(6))) : BigDecimal.ONE,
                dice.below(6) == 0 ? 8 + dice.below(20) : dice.below(4),
                twists);
    }

    private static List<Line> lines(Dice dice, String product, String type, String market) {
        var choices = product.startsWith("07.05") ? Catalogue.SIZES : Catalogue.COLOURS;
        var chosen = new TreeMap<Long, BigDecimal>();
        int count = type.equals("Y") ? 1 : 1 + dice.below(3);
        for (int i = 0; i < count; i++)
            chosen.put(dice.pick(choices).id(), new BigDecimal(quantity(dice, type, market)));
        return chosen.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int quantity(Dice dice, String type, String market) {
        if (type.equals("Y")) return 4 + dice.below(20);
        return market.equals("D") ? 60 + 20 * dice.below(20) : 240 + 120 * dice.below(18);
    }

    private static Catalogue.Partner customer(String number) {
        return Catalogue.CUSTOMERS.stream()
                .filter(partner -> partner.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Set<Twist>> twists() {
        var all = new TreeMap<String, Set<Twist>>();
        told().forEach(order -> all.put(order.mto(), order.twists()));
        return all;
    }
}
