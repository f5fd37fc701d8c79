package org.gemba.demo.llm;

import java.util.ArrayList;
import java.util.List;

/// Answers a question about stock from the table that the prompt holds.
final class StockSummary {
    static final String MARK = "INVENTORY DATA";
    private static final int SHOWN = 5;

    private StockSummary() {}

    static String of(ChatRequest request) {
        boolean chinese = Brain.isChinese(request.question());
        var rows = new ArrayList<List<String>>();
        for (var line : request.background().lines().toList()) {
            var cells = List.of(line.split("\\|", -1));
            boolean isPart = line.startsWith("| ")
                    && cells.size() > 8
                    && !cells.get(1).strip().equals("part");
            if (isPart) rows.add(cells.stream().map(String::strip).toList());
        }
        if (rows.isEmpty()) {
            return chinese ? "库存数据里没有与问题相符的零件。" : "The inventory data holds no part that fits the question.";
        }
        var answer = new StringBuilder(chinese ? "找到 " : "I found ").append(rows.size());
        answer.append(chinese ? " 种零件：\n" : rows.size() == 1 ? " part:\n" : " parts:\n");
        for (var row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            answer.append("- ")
                    .append(row.get(1))
                    .append(": ")
                    .append(row.get(3).isEmpty() ? "0" : row.get(3));
            answer.append(row.get(4).isEmpty() ? "" : " " + row.get(4));
            if (!row.get(7).isEmpty()) answer.append(" (").append(row.get(7)).append(')');
            answer.append('\n');
        }
        return answer.toString().strip();
    }
}
