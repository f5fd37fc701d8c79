package org.gemba.demo.llm;

import java.util.regex.Pattern;

/// Decides what a request is about and answers it from its own words: a table to sum up, a question for SQL, or the
/// state of an order.
final class Brain {
    private static final Pattern TABLE = Pattern.compile("(?m)^\\|?\\s*:?-{3,}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private Brain() {}

    static String answer(ChatRequest request) {
        var everything = request.background() + request.question();
        if (everything.contains(StockSummary.MARK)) return StockSummary.of(request);
        if (TABLE.matcher(everything).find()) return TableSummary.of(everything, isChinese(request.question()));
        if (everything.contains("SELECT")) return SqlWriter.answer(request);
        return OrderSummary.of(request.background(), request.question());
    }

    static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }
}
