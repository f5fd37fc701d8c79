package org.gemba.inventory.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gemba.inventory.OrderInfo;
import org.gemba.inventory.OrderLine;
import org.gemba.platform.tabular.TableReader;
import org.jspecify.annotations.Nullable;

/// Turns one row of a file into an order line, or says why it is none.
final class RowMapping {
    private static final int LONGEST = 200;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = new BigDecimal(1_000_000_000);
    private static final BigDecimal MOST_MONEY = new BigDecimal(999_999_999_999L);
    private static final Pattern CATEGORY_PHRASE = Pattern.compile("^(.{4,}?)\\s+\\1\\b\\s*");
    private static final DateTimeFormatter MOUSER_DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-uu")
            .toFormatter(Locale.ENGLISH);

    private final Format format;
    private final ColumnMap columns;
    private final Amounts amounts;
    private final String currency;
    private @Nullable String orderNumber;
    private @Nullable LocalDate orderDate;

    /// What a row came to.
    sealed interface Outcome {}

    record Line(OrderLine line) implements Outcome {}

    /// Nothing that anybody ordered: an empty row, a subtotal.
    record Skipped() implements Outcome {}

    record Fault(String message) implements Outcome {}

    RowMapping(Format format, ColumnMap columns, List<String> headers, List<TableReader.Row> rows) {
        this.format = format;
        this.columns = columns;
        var prices = rows.stream()
                .flatMap(row -> List.of(
                        columns.cell(Column.UNIT_PRICE, row.cells()), columns.cell(Column.LINE_PRICE, row.cells()))
                        .stream())
                .filter(text -> !text.isEmpty())
                .toList();
        this.amounts = Amounts.of(prices);
        this.currency = currency(headers, prices);
    }

    private String currency(List<String> headers, List<String> prices) {
        var place = columns.places().get(Column.UNIT_PRICE);
        if (place != null) {
            var byHeader = Amounts.currency(headers.get(place));
            if (byHeader.isPresent()) return byHeader.get();
        }
        return prices.stream()
                .flatMap(price -> Amounts.currency(price).stream())
                .findFirst()
                .orElse("USD");
    }

    /// What the rows said of their order so far.
    OrderInfo order() {
        return new OrderInfo(format.supplier(), orderNumber, orderDate);
    }

    Outcome line(TableReader.Row row) {
        var cells = row.cells();
        var own = columns.cell(Column.SUPPLIER_NUMBER, cells);
        var maker = columns.cell(Column.MAKER_NUMBER, cells);
        if (own.isEmpty() && maker.isEmpty()) return new Skipped();
        if (own.isEmpty() && format != Format.DIGIKEY)
            return new Fault("the " + format.supplier() + " part number is missing");
        if (maker.isEmpty() && format != Format.DIGIKEY) return new Fault("the manufacturer's part number is missing");
        for (var text : cells) {
            if (text.indexOf('\0') >= 0) return new Fault("a cell holds characters that are not text");
        }
        if (own.length() > LONGEST || maker.length() > LONGEST) return new Fault("a part number is too long");
        if (columns.cell(Column.MAKER, cells).length() > LONGEST)
            return new Fault("the manufacturer's name is too long");
        noteOrder(cells);
        return line(row.number(), cells, own.isEmpty() ? maker : own, maker);
    }

    private static BigDecimal rounded(BigDecimal price) {
        return price.scale() > DECIMALS ? price.setScale(DECIMALS, RoundingMode.HALF_UP) : price;
    }

    private Outcome line(long number, List<String> cells, String own, String maker) {
        var warnings = new ArrayList<String>();
        var ordered = columns.cell(Column.QUANTITY, cells);
        var quantity = amounts.quantity(ordered);
        if (quantity.isEmpty()) warnings.add("the quantity “" + ordered + "” is no number and counts as 0");
        if (quantity.isPresent() && quantity.get().signum() < 0) return new Fault("the quantity is negative");
        if (quantity.isPresent() && quantity.get().compareTo(MOST) > 0) return new Fault("the quantity is too large");
        var price = columns.cell(Column.UNIT_PRICE, cells);
        var unit = amounts.money(price);
        if (unit.isEmpty() && !price.isEmpty()) warnings.add("the price “" + price + "” is no number and counts as 0");
        if (unit.isPresent() && unit.get().signum() < 0) return new Fault("the price is negative");
        if (unit.isPresent() && unit.get().compareTo(MOST) > 0) return new Fault("the price is too large");
        var pieces = quantity.orElse(BigDecimal.ZERO);
        var each = rounded(unit.orElse(BigDecimal.ZERO));
        if (extended(cells, pieces, each).abs().compareTo(MOST_MONEY) > 0) return new Fault("the amount is too large");
        return new Line(made(number, cells, own, maker, pieces, each, warnings));
    }

    private OrderLine made(
            long number,
            List<String> cells,
            String own,
            String maker,
            BigDecimal quantity,
            BigDecimal unit,
            List<String> warnings) {
        var description = description(cells);
        var extended = extended(cells, quantity, unit);
        return new OrderLine(
                number,
                maker.isEmpty() ? own : maker,
                format.supplier(),
                own,
                maker.isEmpty() ? null : maker,
                textOrNull(Column.MAKER, cells),
                description,
                quantity,
                unit,
                extended,
                currency,
                url(own),
                CategoryGuess.of(description),
                properties(cells, own, description, unit, extended),
                warnings);
    }

    /// Mouser prints the unit price again where the line's price should be, so its lines are computed.
    private BigDecimal extended(List<String> cells, BigDecimal quantity, BigDecimal unit) {
        var computed = quantity.multiply(unit).setScale(2, RoundingMode.HALF_UP);
        if (format == Format.MOUSER) return computed;
        return amounts.money(columns.cell(Column.LINE_PRICE, cells))
                .map(RowMapping::rounded)
                .orElse(computed);
    }

    /// Mouser repeats the category's phrase at the beginning.
    private String description(List<String> cells) {
        var text = columns.cell(Column.DESCRIPTION, cells).replaceAll("\\s+", " ");
        if (text.length() > LONGEST_DESCRIPTION) text = text.substring(0, LONGEST_DESCRIPTION);
        if (format != Format.MOUSER) return text;
        var twice = CATEGORY_PHRASE.matcher(text);
        return twice.find() ? text.substring(twice.end(1)).strip() : text;
    }

    private @Nullable String textOrNull(Column column, List<String> cells) {
        var text = columns.cell(column, cells);
        return text.isEmpty() ? null : text;
    }

    private String url(String own) {
        var name = URLEncoder.encode(own, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (format) {
            case LCSC -> "https://www.lcsc.com/product-detail/" + name + ".html";
            case DIGIKEY -> "https://www.digikey.com/en/products/detail/" + name;
            case MOUSER -> "https://www.mouser.com/ProductDetail/" + name;
        };
    }

    private Map<String, Object> properties(
            List<String> cells, String own, String description, BigDecimal unit, BigDecimal extended) {
        var all = new LinkedHashMap<String, Object>();
        all.put(format.type() + "_part_number", own);
        if (format == Format.DIGIKEY) all.put("supplier_part_number", own);
        put(all, "manufacturer", Column.MAKER, cells);
        if (!description.isEmpty()) all.put("description", description);
        put(all, "package", Column.PACKAGE, cells);
        all.put("unit_price", unit);
        all.put(format == Format.LCSC ? "order_price" : "extended_price", extended);
        put(all, format == Format.LCSC ? "customer_no" : "customer_reference", Column.CUSTOMER_REFERENCE, cells);
        put(all, "backorder", Column.BACKORDER, cells);
        put(all, "rohs", Column.ROHS, cells);
        var least = columns.cell(Column.LEAST_QUANTITY, cells);
        if (!least.isEmpty()) {
            amounts.quantity(least.split("[\\\\/]", 2)[0]).ifPresent(pieces -> all.put("min_order_qty", pieces));
        }
        all.put("currency", currency);
        all.put("import_source", format.supplier() + " CSV");
        return all;
    }

    private void put(Map<String, Object> all, String name, Column column, List<String> cells) {
        var text = columns.cell(column, cells);
        if (!text.isEmpty()) all.put(name, text);
    }

    private void noteOrder(List<String> cells) {
        var number = columns.cell(Column.ORDER_NUMBER, cells);
        if (orderNumber == null && !number.isEmpty() && number.length() <= 100) orderNumber = number;
        if (orderDate == null) orderDate = day(columns.cell(Column.ORDER_DATE, cells));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? LocalDate.parse(text.substring(0, 10))
                    : LocalDate.parse(text, MOUSER_DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
