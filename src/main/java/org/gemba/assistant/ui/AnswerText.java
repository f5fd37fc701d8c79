package org.gemba.assistant.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the orders that a text speaks of. The rest of a model's answer is text and nothing else: no links, no markup.
final class AnswerText {
    private static final Pattern ORDER =
            Pattern.compile("(?<![A-Za-z0-9-])[ADWadw][SKYsky]\\d{6,8}[A-Za-z]?(?:-\\d{1,3})?(?![A-Za-z0-9])");

    private AnswerText() {}

    /// A piece of the text; an order's number stands alone.
    record Piece(String text, boolean isOrder) {}

    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var orders = ORDER.matcher(text);
        int end = 0;
        while (orders.find()) {
            if (orders.start() > end) pieces.add(new Piece(text.substring(end, orders.start()), false));
            pieces.add(new Piece(orders.group(), true));
            end = orders.end();
        }
        if (end < text.length()) pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    /// The last order that a text names.
    static Optional<String> lastOrder(String text) {
        return ORDER.matcher(text)
                .results()
                .map(match -> match.group().toUpperCase(Locale.ROOT))
                .reduce((first, second) -> second);
    }
}
