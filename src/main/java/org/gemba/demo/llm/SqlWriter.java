package org.gemba.demo.llm;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes the one SELECT for a question that it recognises, if the prompt's schema has the tables and columns for it.
final class SqlWriter {
    private static final Pattern NUMBER = Pattern.compile("[ADW][SKYadwsky]\\d{6,8}S?(-\\d+)?");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");

    /// @param words any of them makes the question fit
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

    private SqlWriter() {}

    static String answer(ChatRequest request) {
        var question = request.question();
        boolean chinese = Brain.isChinese(question);
        var asked = question.toLowerCase(Locale.ROOT);
        var number = NUMBER.matcher(question);
        if (number.find()) return fenced(ofOrder(number.group()));
        return QUESTIONS.stream()
                .filter(known -> known.words().stream().anyMatch(asked::contains))
                .map(Known::sql)
                .filter(sql -> hasNames(request.background() + question, sql))
                .findFirst()
                .map(SqlWriter::fenced)
                .orElse(
                        chinese
                                ? "抱歉，我只认识几类问题：超领、客户、采购未到、出库、车间、生产订单。"
                                : "Sorry, I know a few kinds of question only: over-picking, customers, outstanding "
                                        + "purchases, deliveries, workshops, production orders.");
    }

    private static String ofOrder(String number) {
        return """
                SELECT bill_no AS "单号", material_code AS "物料编码", material_name AS "物料名称", qty AS "数量"
                FROM cached_production_orders
                WHERE mto_number = '%s'
                ORDER BY bill_no
                LIMIT 50""".formatted(number.toUpperCase(Locale.ROOT));
    }

    private static boolean hasNames(String prompt, String sql) {
        return NAME.matcher(sql).results().allMatch(name -> prompt.contains(name.group()));
    }

    private static String fenced(String sql) {
        return "```sql\n" + sql + "\n```";
    }
}
