package org.gemba.inventory.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemba.inventory.OrderInfo;

/// What a file's name says of the order in it. Folders before the name do not count.
public final class FileNames {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern LCSC =
            Pattern.compile("LCSC_Exported__(\\d{8})_(\\d{6})\\.csv", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGIKEY =
            Pattern.compile("DK_PRODUCTS_(\\d+)\\.(?:csv|xlsx?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER_WORD =
            Pattern.compile("(?:^|[_\\-\\s])(?:ord(?:er)?|po|so)[_\\-\\s#]*(\\d{3,})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER_MARK =
            Pattern.compile("(?<![A-Za-z0-9])((?:ORD|PO|SO)\\d{3,})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{6,12}(?!\\d)");

    private FileNames() {}

    /// Empty when it says nothing.
    public static Optional<OrderInfo> read(String fileName) {
        var name = bare(fileName);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) return Optional.empty();
        var lcsc = LCSC.matcher(name);
        if (lcsc.matches()) {
            return day(lcsc.group(1)).map(day -> new OrderInfo(Format.LCSC.supplier(), lcsc.group(2), day));
        }
        var digikey = DIGIKEY.matcher(name);
        if (digikey.matches()) return Optional.of(new OrderInfo(Format.DIGIKEY.supplier(), digikey.group(1), null));
        if (name.toLowerCase(Locale.ROOT).contains("lcsc_exported")) return Optional.empty();
        return guessed(name.substring(0, dot), name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<OrderInfo> guessed(String stem, String ending) {
        var number = number(stem);
        var supplier = supplier(stem.toLowerCase(Locale.ROOT))
                .or(() -> number.filter(found -> found.matches("\\d+")).flatMap(found -> byEnding(found, ending)));
        if (number.isEmpty() || (supplier.isEmpty() && !hasOrderWord(stem))) return Optional.empty();
        return Optional.of(new OrderInfo(supplier.map(Format::supplier).orElse(null), number.get(), null));
    }

    private static Optional<Format> supplier(String stem) {
        if (stem.contains("lcsc")) return Optional.of(Format.LCSC);
        if (stem.contains("digikey") || stem.contains("digi-key") || stem.contains("dk_")) {
            return Optional.of(Format.DIGIKEY);
        }
        return stem.contains("mouser") ? Optional.of(Format.MOUSER) : Optional.empty();
    }

    private static Optional<Format> byEnding(String number, String ending) {
        if (ending.equals("xls") && number.length() >= 6) return Optional.of(Format.MOUSER);
        return ending.equals("csv") && number.length() >= 8 ? Optional.of(Format.DIGIKEY) : Optional.empty();
    }

    private static boolean hasOrderWord(String stem) {
        return ORDER_WORD.matcher(stem).find() || ORDER_MARK.matcher(stem).find();
    }

    private static Optional<String> number(String stem) {
        var mark = ORDER_MARK.matcher(stem);
        if (mark.find()) return Optional.of(mark.group(1));
        var word = ORDER_WORD.matcher(stem);
        if (word.find()) return Optional.of(word.group(1));
        return DIGITS.matcher(stem)
                .results()
                .map(found -> found.group())
                .filter(found -> found.length() != 8 || day(found).isEmpty())
                .findFirst();
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            var day = LocalDate.parse(digits, DAY);
            return day.getYear() < 1990 || day.getYear() > 2100 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Without folders of any system.
    public static String bare(String fileName) {
        var name = fileName.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).strip();
    }
}
