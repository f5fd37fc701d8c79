package org.gemba.inventory.ai;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// "Open the parts page" needs no model: such questions are answered with the way to the page.
public final class AiPages {
    public static final String HANDLER = "navigation_handler";
    private static final Pattern ASKS = Pattern.compile(
            "\\b(go to|navigate to|open|show me|take me to)\\b.{0,60}\\b(page|screen|view)\\b|(打开|前往|转到).{0,30}(页面|页|界面)");
    private static final List<Page> PAGES = List.of(
            new Page("/parts", "part", "零件", "物料"),
            new Page("/locations", "location", "位置", "库位"),
            new Page("/categories", "categor", "分类"),
            new Page("/tasks", "task", "任务"),
            new Page("/users", "user", "用户"),
            new Page("/csv-import", "import", "csv", "导入"),
            new Page("/printer", "print", "label", "打印", "标签"),
            new Page("/settings", "setting", "config", "设置"),
            new Page("/dashboard", "dashboard", "home", "首页"));

    private record Page(String route, List<String> words) {
        Page(String route, String... words) {
            this(route, List.of(words));
        }
    }

    private AiPages() {}

    /// The answer when the question asks for a page.
    public static Optional<String> asked(String question) {
        var text = question.toLowerCase(Locale.ROOT);
        if (!ASKS.matcher(text).find()) return Optional.empty();
        return PAGES.stream()
                .filter(page -> page.words().stream().anyMatch(text::contains))
                .findFirst()
                .map(page ->
                        text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                                ? "页面路径：" + page.route()
                                : "You find it at " + page.route());
    }
}
