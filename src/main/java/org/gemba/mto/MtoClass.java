package org.gemba.mto;

import java.util.regex.Pattern;

/// What an MTO number says about its order: the first letter the market, the second the purpose, `-N` a sub-order.
///
/// @param subOrder the number after the hyphen; 0 for none
public record MtoClass(Market market, Purpose purpose, int subOrder) {
    private static final Pattern SUB_ORDER = Pattern.compile("-(\\d{1,6})$");

    public enum Market {
        EXPORT,
        DOMESTIC,
        RUIHU,
        UNCLASSIFIED
    }

    public enum Purpose {
        COMPLETE_ORDER,
        SEMI_FINISHED_STOCK,
        SAMPLE,
        UNCLASSIFIED
    }

    public static MtoClass of(String mtoNumber) {
        var hyphen = SUB_ORDER.matcher(mtoNumber);
        return new MtoClass(
                market(letter(mtoNumber, 0)),
                purpose(letter(mtoNumber, 1)),
                hyphen.find() ? Integer.parseInt(hyphen.group(1)) : 0);
    }

    public boolean isSample() {
        return purpose == Purpose.SAMPLE;
    }

    private static char letter(String text, int index) {
        return index < text.length() ? Character.toUpperCase(text.charAt(index)) : ' ';
    }

    private static Market market(char letter) {
        return switch (letter) {
            case 'A' -> Market.EXPORT;
            case 'D' -> Market.DOMESTIC;
            case 'W' -> Market.RUIHU;
            default -> Market.UNCLASSIFIED;
        };
    }

    private static Purpose purpose(char letter) {
        return switch (letter) {
            case 'S' -> Purpose.COMPLETE_ORDER;
            case 'K' -> Purpose.SEMI_FINISHED_STOCK;
            case 'Y' -> Purpose.SAMPLE;
            default -> Purpose.UNCLASSIFIED;
        };
    }
}
