package org.gemba.inventory.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads quantities and prices as suppliers print them: with currency signs, thousands separators, decimal points or
/// decimal commas. Which of both a file uses is decided from all its prices, since `1,234` alone tells nothing.
///
/// @param decimalComma whether the comma separates the fraction
record Amounts(boolean decimalComma) {
    private static final Pattern COMMA = Pattern.compile("\\d+,(\\d{1,2}|\\d{4,})|0,\\d+|\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?|-?\\.\\d{1,10}");

    /// What stands beside the digits: currency signs, letters, spaces, apostrophes.
    private static final Pattern BESIDE = Pattern.compile("[\\p{Sc}\\p{L}\\s\\u00A0\\u2007\\u2009\\u202F'’+]");

    static Amounts of(Collection<String> prices) {
        return new Amounts(prices.stream()
                .map(Amounts::bare)
                .anyMatch(price -> COMMA.matcher(price).matches()));
    }

    /// Empty for what is no number.
    Optional<BigDecimal> money(String text) {
        var bare = bare(text);
        var plain = decimalComma ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /// A whole number of pieces, fractions cut off; empty for what is no number.
    Optional<BigDecimal> quantity(String text) {
        var bare = bare(text);
        if (bare.matches(decimalComma ? "\\d{1,3}(\\.\\d{3})+" : "\\d{1,3}(,\\d{3})+"))
            bare = bare.replaceAll("[,.]", "");
        return money(bare).map(number -> number.setScale(0, RoundingMode.DOWN));
    }

    /// Without currency signs and letters, spaces and apostrophes.
    private static String bare(String text) {
        return BESIDE.matcher(text).replaceAll("");
    }

    /// The currency that a text names by sign or code, for example `Unit Price($)`, `Price (USD)`, `1,23 €`.
    static Optional<String> currency(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        for (var code : new String[] {"USD", "EUR", "GBP", "CNY", "RMB", "JPY", "HKD", "CAD", "AUD", "CHF", "SGD"}) {
            if (Pattern.compile("(?<![A-Z])" + code + "(?![A-Z])")
                    .matcher(upper)
                    .find()) {
                return Optional.of(code.equals("RMB") ? "CNY" : code);
            }
        }
        if (upper.contains("HK$")) return Optional.of("HKD");
        if (upper.contains("$")) return Optional.of("USD");
        if (upper.contains("€")) return Optional.of("EUR");
        if (upper.contains("£")) return Optional.of("GBP");
        if (upper.contains("¥") || upper.contains("￥")) return Optional.of("CNY");
        return Optional.empty();
    }
}
