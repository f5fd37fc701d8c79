package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A year in the store room: what was used, what was ordered when it ran low, what was counted and moved.
final class StoreYear {
    private static final List<String> PEOPLE = List.of("chen.store", "wang.store", "li.line1", "zhao.repair");
    private static final int ORDERED_PARTS = 3;

    private record Order(String number, String supplier, LocalDate day, String status, List<String> lines) {}

    private final Dice dice = new Dice("a year of stock");
    private final LocalDate last = OrderBook.LAST_DAY;
    private final List<StoreRoom.Part> parts = StoreRoom.parts();
    private final Map<String, Integer> stock = new HashMap<>();
    private final List<String> movements = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();
    private LocalDate told = last;
    private int minute;

    static Map<String, String> files() {
        var year = new StoreYear();
        year.tell();
        var files = new TreeMap<String, String>();
        files.put(
                "inventory/categories.csv",
                table(
                        "name,parent",
                        StoreRoom.CATEGORIES.stream()
                                .map(line -> row((Object[]) line.split("\\|", -1)))
                                .toList()));
        files.put(
                "inventory/locations.csv",
                table(
                        "path,type,description",
                        StoreRoom.locations().stream()
                                .map(line -> row((Object[]) line.split("\\|", -1)))
                                .toList()));
        files.put(
                "inventory/parts.csv",
                table(
                        "name,number,description,unit,category,supplier,location,least,start,properties",
                        year.parts.stream()
                                .map(part -> row(
                                        part.name(),
                                        part.number(),
                                        part.description(),
                                        part.unit(),
                                        part.category(),
                                        part.supplier(),
                                        part.location(),
                                        part.least() == 0 ? "" : part.least(),
                                        part.start(),
                                        part.properties()))
                                .toList()));
        files.put("inventory/movements.csv", table("day,time,part,kind,quantity,to,reason,note,who", year.movements));
        files.put(
                "inventory/orders.csv",
                table(
                        "order,supplier,day,status,currency,shipping,part,quantity,price",
                        year.orders.stream()
                                .flatMap(order -> order.lines().stream())
                                .toList()));
        return files;
    }

    private static String table(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private static String row(Object... cells) {
        var texts = new ArrayList<String>();
        for (var cell : cells) {
            var text = String.valueOf(cell);
            texts.add(text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
        }
        return String.join(",", texts);
    }

    private void tell() {
        for (var part : parts) {
            stock.put(part.name(), part.start());
            prices.put(part.name(), price(part));
        }
        for (var day = last.minusDays(364); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() == 7) continue;
            for (int i = 0; i < 2 + dice.below(3); i++) use(day, dice.pick(parts));
            if (dice.below(5) == 0) count(day, dice.pick(parts));
            if (dice.below(6) == 0) move(day, dice.pick(parts));
            if (day.getDayOfWeek().getValue() == 2) order(day);
        }
    }

    private BigDecimal price(StoreRoom.Part part) {
        int cents = switch (part.unit()) {
            case "kg" -> 1500 + dice.below(6000);
            case "sheet" -> 9000 + dice.below(9000);
            default -> part.start() > 500 ? 2 + dice.below(150) : 80 + dice.below(12_000);
        };
        return BigDecimal.valueOf(cents, 2);
    }

    private void use(LocalDate day, StoreRoom.Part part) {
        int there = stock.get(part.name());
        int most = Math.max(1, part.start() / 2);
        int used = Math.min(there, 1 + dice.below(most));
        if (used == 0) return;
        boolean isSpoiled = dice.below(25) == 0;
        stock.merge(part.name(), -used, Integer::sum);
        movement(
                day,
                part,
                isSpoiled ? "SCRAP" : "ISSUE",
                used,
                "",
                isSpoiled ? "damaged" : "production",
                isSpoiled ? "wet carton 受潮" : "");
    }

    private void count(LocalDate day, StoreRoom.Part part) {
        int there = stock.get(part.name());
        int counted = Math.max(0, there + dice.below(3) - 1);
        stock.put(part.name(), counted);
        movement(day, part, "COUNT", counted, "", "cycle count 盘点", "");
    }

    private void move(LocalDate day, StoreRoom.Part part) {
        int there = stock.get(part.name());
        if (there < 20 || part.location().startsWith("Moulding")) return;
        int moved = 1 + dice.below(there / 10);
        stock.merge(part.name(), -moved, Integer::sum);
        movement(day, part, "MOVE", moved, dice.pick(List.of("Moulding line 1", "Sewing line 2")), "refill", "");
    }

    private void movement(
            LocalDate day, StoreRoom.Part part, String kind, int quantity, String to, String reason, String note) {
        if (!day.equals(told)) minute = 0;
        told = day;
        minute += 5 + dice.below(40);
        var time = LocalTime.of(7, 30).plusMinutes(minute);
        movements.add(row(day, time, part.name(), kind, quantity, to, reason, note, dice.pick(PEOPLE)));
    }

    /// Every Tuesday somebody orders what has run low, but never everything, so that some parts are always low.
    private void order(LocalDate day) {
        var low = parts.stream()
                .filter(part -> stock.get(part.name()) < part.least())
                .sorted(Comparator.comparing(StoreRoom.Part::supplier).thenComparing(StoreRoom.Part::name))
                .toList();
        if (low.isEmpty()) return;
        var supplier = dice.pick(low).supplier();
        var wanted = low.stream()
                .filter(part -> part.supplier().equals(supplier))
                .limit(ORDERED_PARTS)
                .toList();
        boolean isOpen = day.isAfter(last.minusDays(21));
        var status = isOpen ? day.isAfter(last.minusDays(9)) ? "ORDERED" : "SHIPPED" : "DELIVERED";
        var number = "PO-" + day.toString().replace("-", "").substring(2) + "-" + (10 + dice.below(90));
        var currency = List.of("LCSC", "DigiKey", "Mouser").contains(supplier) ? "USD" : "CNY";
        var lines = new ArrayList<String>();
        for (var part : wanted) {
            int quantity = Math.max(part.start(), part.least() * 2);
            var paid = prices.get(part.name())
                    .multiply(BigDecimal.valueOf(92 + dice.below(20), 2))
                    .setScale(4, RoundingMode.HALF_UP);
            if (!isOpen) stock.merge(part.name(), quantity, Integer::sum);
            lines.add(row(
                    number, supplier, day, status, currency, lines.isEmpty() ? 12 : 0, part.name(), quantity, paid));
        }
        orders.add(new Order(number, supplier, day, status, lines));
    }
}
