package org.gemba.demo.llm;

import java.util.Arrays;
import java.util.List;

/// Sums up a Markdown table in two or three sentences.
final class TableSummary {
    private TableSummary() {}

    static String of(String text, boolean chinese) {
        var rows = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("|")
                        && line.chars().filter(c -> c == '|').count() > 1)
                .map(TableSummary::cells)
                .toList();
        int rule = 0;
        while (rule < rows.size() && !rows.get(rule).stream().allMatch(cell -> cell.matches(":?-{3,}:?"))) rule++;
        if (rule == 0 || rule >= rows.size() - 1) return chinese ? "查询没有返回任何数据。" : "The query returned no rows.";
        var header = rows.get(rule - 1);
        var body = rows.subList(rule + 1, rows.size());
        var answer = new StringBuilder(chinese ? "共 " + body.size() + " 行结果。" : body.size() + " rows came back. ");
        answer.append(chinese ? "首行：" : "The first one: ");
        for (int i = 0; i < Math.min(header.size(), body.getFirst().size()); i++)
            answer.append(i == 0 ? "" : chinese ? "，" : ", ")
                    .append(header.get(i))
                    .append(chinese ? " 为 " : " is ")
                    .append(body.getFirst().get(i));
        answer.append(chinese ? "。" : ".");
        if (body.size() > 1)
            answer.append(chinese ? "末行：" : " The last one: ")
                    .append(String.join(chinese ? "，" : ", ", body.getLast()))
                    .append(chinese ? "。" : ".");
        return answer.toString();
    }

    private static List<String> cells(String line) {
        var inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
