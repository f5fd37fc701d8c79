package org.gemba.demo.k3cloud;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.gemba.demo.k3cloud.Column.Kind;
import org.jspecify.annotations.Nullable;

/// Writes values as the ERP does, straight to the stream: nothing, "" and " " for what is empty, flags and decimals in
/// whatever shape comes. The shape depends on the place only, so a query asked twice answers the same.
final class RowWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[32_768];
    private int used;

    RowWriter(OutputStream out) {
        this.out = out;
    }

    void value(Kind kind, @Nullable Object value, int place) throws IOException {
        if (value == null || value.equals("")) {
            ascii(kind == Kind.TEXT ? empty(place) : kind == Kind.ID ? "0" : "null");
            return;
        }
        switch (value) {
            case String text -> text(text);
            case Boolean flag -> ascii(flag(flag, place));
            case LocalDateTime time -> time(time);
            case BigDecimal number -> decimal(number, place);
            default -> ascii(value.toString());
        }
    }

    /// A value of a type that no field has.
    void oddValue() throws IOException {
        ascii("[\"?\"]");
    }

    void key(String key) throws IOException {
        text(key);
        sign(':');
    }

    void sign(char sign) throws IOException {
        if (used == buffer.length) flush();
        buffer[used++] = (byte) sign;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    private static String empty(int place) {
        return switch (Math.floorMod(place, 3)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            default -> "\" \"";
        };
    }

    private static String flag(boolean flag, int place) {
        return switch (Math.floorMod(place, 3)) {
            case 0 -> flag ? "true" : "false";
            case 1 -> flag ? "\"true\"" : "\"false\"";
            default -> flag ? "1" : "0";
        };
    }

    private void decimal(BigDecimal number, int place) throws IOException {
        ascii(number.toPlainString());
        if (number.scale() <= 0 && (place & 1) == 1) ascii(".0");
    }

    private void ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) sign(text.charAt(i));
    }

    private void text(String text) throws IOException {
        sign('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                sign('\\');
                sign(c);
            } else if (c < ' ') {
                ascii("\\u00");
                sign((char) HEX[c >> 4]);
                sign((char) HEX[c & 15]);
            } else if (c < 128) sign(c);
            else i = beyondAscii(text, i);
        }
        sign('"');
    }

    private int beyondAscii(String text, int at) throws IOException {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
            for (byte b : text.substring(at, at + 2).getBytes(StandardCharsets.UTF_8)) sign((char) b);
            return at + 1;
        }
        if (c >= 0x800) {
            sign((char) (0xE0 | c >> 12));
            sign((char) (0x80 | c >> 6 & 0x3F));
        } else sign((char) (0xC0 | c >> 6));
        sign((char) (0x80 | c & 0x3F));
        return at;
    }

    private void time(LocalDateTime time) throws IOException {
        sign('"');
        digits(time.getYear(), 4);
        sign('-');
        digits(time.getMonthValue(), 2);
        sign('-');
        digits(time.getDayOfMonth(), 2);
        sign('T');
        digits(time.getHour(), 2);
        sign(':');
        digits(time.getMinute(), 2);
        sign(':');
        digits(time.getSecond(), 2);
        if (time.getNano() != 0) {
            sign('.');
            digits(time.getNano() / 1_000_000, 3);
        }
        sign('"');
    }

    private void digits(int number, int width) throws IOException {
        for (int divisor = width == 4 ? 1000 : width == 3 ? 100 : 10; divisor > 0; divisor /= 10)
            sign((char) ('0' + number / divisor % 10));
    }
}
