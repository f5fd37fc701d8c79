package org.gemba.demo.llm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes the one SELECT for a question that it recognises, with the names of tables and columns that the prompt's
/// schema
/// has for it.
final class SqlWriter {
    private static final Pattern NUMBER = Pattern.compile("[ADW][SKYadwsky]\\d{6,8}S?(-\\d+)?");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z_]+\\b");
    /// What else the schema may call a column.
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "qty", List.of("order_qty", "ordered_qty", "quantity", "ordered"),
            "app_qty", List.of("applied_qty", "applied_quantity", "applied"),
            "actual_qty", List.of("issued_qty", "issued_quantity", "issued"),
            "real_qty", List.of("delivered_qty", "delivered_quantity", "delivered"),
            "remain_stock_in_qty", List.of("remaining_qty", "open_qty", "open_quantity", "remaining"),
            "customer_name", List.of("customer"),
            "workshop", List.of("workshop_name"));

    /// @param words any of them makes the question fit
    /// @param sql names in small letters; the schema may have others of the same meaning
    private record Known(List<String> words, String sql) {}

    private static final List<Known> QUESTIONS = List.of(
            new Known(List.of("over-pick", "overpick", "over pick", "超领"), """
                    SELECT mto_number AS "MTO单号", material_code AS "物料编码", SUM(app_qty) AS "申请数量", SUM(actual_qty) AS "实发数量"
                    FROM cached_material_picking
                    GROUP BY mto_number, material_code
                    HAVING SUM(actual_qty) > SUM(app_qty)
                    ORDER BY SUM(actual_qty) - SUM(app_qty) DESC
                    LIMIT 20"""),
            new Known(List.of("customer", "客户"), """
                    SELECT customer_name AS "客户", COUNT(DISTINCT mto_number) AS "订单数", SUM(qty) AS "订购数量"
                    FROM cached_sales_orders
                    GROUP BY customer_name
                    ORDER BY SUM(qty) DESC
                    LIMIT 20"""),
            new Known(List.of("purchase", "not arrived", "outstanding", "采购", "未到"), """
                    SELECT mto_number AS "MTO单号", material_code AS "物料编码", material_name AS "物料名称", remain_stock_in_qty AS "未入库数量"
                    FROM cached_purchase_orders
                    WHERE remain_stock_in_qty > 0
                    ORDER BY remain_stock_in_qty DESC
                    LIMIT 20"""),
            new Known(List.of("deliver", "shipped", "出库", "发货"), """
                    SELECT mto_number AS "MTO单号", SUM(real_qty) AS "出库数量"
                    FROM cached_sales_delivery
                    GROUP BY mto_number
                    ORDER BY SUM(real_qty) DESC
                    LIMIT 20"""),
            new Known(List.of("workshop", "车间"), """
                    SELECT workshop AS "车间", COUNT(*) AS "生产订单数", SUM(qty) AS "数量"
                    FROM cached_production_orders
                    GROUP BY workshop
                    ORDER BY COUNT(*) DESC
                    LIMIT 20"""),
            new Known(List.of("production", "生产", "how many", "多少"), """
                    SELECT COUNT(*) AS "生产订单数", SUM(qty) AS "数量"
                    FROM cached_production_orders
                    LIMIT 1"""));

    private static final String DONT_KNOW = "Sorry, I know a few kinds of question only: over-picking, customers, "
            + "outstanding purchases, deliveries, workshops, production orders.";

    private SqlWriter() {}

    static String answer(ChatRequest request) {
        var question = request.question();
        var asked = question.toLowerCase(Locale.ROOT);
        var prompt = request.background() + question;
        var number = NUMBER.matcher(question);
        if (number.find())
            return named(ofOrder(number.group()), prompt).map(SqlWriter::fenced).orElse(DONT_KNOW);
        return QUESTIONS.stream()
                .filter(known -> known.words().stream().anyMatch(asked::contains))
                .flatMap(known -> named(known.sql(), prompt).stream())
                .findFirst()
                .map(SqlWriter::fenced)
                .orElse(Brain.isChinese(question) ? "抱歉，我只认识几类问题：超领、客户、采购未到、出库、车间、生产订单。" : DONT_KNOW);
    }

    private static String ofOrder(String number) {
        return """
                SELECT bill_no AS "单号", material_code AS "物料编码", material_name AS "物料名称", qty AS "数量"
                FROM cached_production_orders
                WHERE mto_number = '%s'
                ORDER BY bill_no
                LIMIT 50""".formatted(number.toUpperCase(Locale.ROOT));
    }

    /// The statement with the schema's own names; empty when it has none that would do.
    private static Optional<String> named(String sql, String prompt) {
        var result = new StringBuilder();
        var names = NAME.matcher(sql);
        while (names.find()) {
            var found = Stream.concat(
                            Stream.of(names.group()), OTHER_NAMES.getOrDefault(names.group(), List.of()).stream())
                    .filter(one ->
                            Pattern.compile("\\b" + one + "\\b").matcher(prompt).find())
                    .findFirst();
            if (found.isEmpty()) return Optional.empty();
            names.appendReplacement(result, found.get());
        }
        return Optional.of(names.appendTail(result).toString());
    }

    private static String fenced(String sql) {
        return "```sql\n" + sql + "\n```";
    }
}
