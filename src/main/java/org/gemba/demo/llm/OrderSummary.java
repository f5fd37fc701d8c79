package org.gemba.demo.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sums up the state of an order from the lines that the prompt holds about it: what is complete, what is short, what
/// was over-picked.
final class OrderSummary {
    private static final Pattern NUMBER = Pattern.compile("\\b[ADW][SKY]\\d{6,8}S?(-\\d+)?\\b");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern OVER = Pattern.compile("超领|[Oo]ver[- ]?pick");
    private static final int SHOWN = 5;

    private OrderSummary() {}

    static String of(String background, String question) {
        boolean chinese = Brain.isChinese(question) || question.isBlank();
        var number = NUMBER.matcher(background + question);
        var lines = background.lines().map(String::strip).toList();
        var complete = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var line : lines) {
            var percent = PERCENT.matcher(line);
            if (!percent.find()) continue;
            (Double.parseDouble(percent.group(1)) >= 100 ? complete : open).add(line);
        }
        if (!number.find() || complete.isEmpty() && open.isEmpty())
            return chinese
                    ? "当前上下文中没有订单数据，请先查询一个 MTO 单号。"
                    : "There is no order in the context; look an MTO number up first.";
        var over = lines.stream()
                .filter(line -> OVER.matcher(line).find() && line.matches(".*[1-9].*"))
                .toList();
        return told(chinese, number.group(), complete.size(), open, over);
    }

    private static String told(boolean chinese, String number, int complete, List<String> open, List<String> over) {
        var answer = new StringBuilder();
        answer.append(
                chinese
                        ? number + "：" + complete + " 项已完成，" + open.size() + " 项未完成。"
                        : number + ": " + complete + " lines are complete, " + open.size() + " are not.");
        append(answer, chinese ? "\n未完成：" : "\nStill open:", open);
        append(answer, chinese ? "\n注意超领：" : "\nOver-picked:", over);
        if (open.isEmpty()) answer.append(chinese ? "\n无异常。" : "\nNothing is short.");
        return answer.toString();
    }

    private static void append(StringBuilder answer, String title, List<String> lines) {
        if (lines.isEmpty()) return;
        answer.append(title);
        lines.stream().limit(SHOWN).forEach(line -> answer.append("\n- ").append(line.replaceFirst("^[-*]\\s*", "")));
    }
}
