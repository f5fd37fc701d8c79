package org.gemba.inventory.csv;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Guesses a part's category from its description by whole words, because `led` is also in `assembled` and `ic` in
/// `ceramic`. The first hit wins; DigiKey's abbreviations are known.
final class CategoryGuess {
    private static final List<Rule> RULES = List.of(
            rule("Resistors", "resistors?|res|potentiometers?", "电阻"),
            rule("Capacitors", "capacitors?|mlcc|electrolytic|cap", "电容"),
            rule("Inductors", "inductors?|ind|ferrite", "电感"),
            rule("Diodes", "diodes?|schottky|zener|tvs", "(?<!发光)二极管"),
            rule("LEDs", "leds?", "发光二极管"),
            rule("Connectors", "connectors?|headers?|sockets?|conn|terminals?", "连接器"),
            rule("Crystals", "crystals?|oscillators?|xtal", "晶振"),
            rule("Microcontrollers", "microcontrollers?|mcus?", "单片机"),
            rule("Sensors", "sensors?", "传感器"),
            rule("Modules", "modules?", "模块"),
            rule("Transistors", "transistors?|mosfets?|trans|igbt", "晶体管"),
            rule("Switches", "switch|switches|buttons?", "开关"),
            rule("Integrated Circuits", "ics?|integrated circuits?", "集成电路"));

    private record Rule(String category, Pattern words) {}

    private CategoryGuess() {}

    private static Rule rule(String category, String words, String chinese) {
        return new Rule(category, Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])|" + chinese));
    }

    /// One category and `Electronics`, or only that.
    static List<String> of(String description) {
        var text = description.toLowerCase(Locale.ROOT);
        for (var rule : RULES) {
            if (rule.words().matcher(text).find()) return List.of(rule.category(), "Electronics");
        }
        return List.of("Electronics");
    }
}
