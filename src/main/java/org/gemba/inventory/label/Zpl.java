package org.gemba.inventory.label;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// ZPL II of Zebra and its followers: one label as one graphic field (`^GFA`), so that text needs no fonts of the
/// printer's.
final class Zpl {
    private Zpl() {}

    static byte[] job(Raster label, int copies) {
        int bytes = (label.across() + 7) / 8;
        int total = bytes * label.along();
        var hex = HexFormat.of().withUpperCase();
        var out = new StringBuilder(total * 2 + 200);
        out.append("^XA^PW")
                .append(label.across())
                .append("^LL")
                .append(label.along())
                .append("^LH0,0^FO0,0^GFA,");
        out.append(total).append(',').append(total).append(',').append(bytes).append(',');
        for (var row : label.rows()) hex.formatHex(out, packed(row, bytes));
        out.append("^FS^PQ").append(copies).append("^XZ\n");
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packed(boolean[] dots, int bytes) {
        var line = new byte[bytes];
        for (int x = 0; x < dots.length; x++) {
            if (dots[x]) line[x >> 3] |= (byte) (0x80 >> (x & 7));
        }
        return line;
    }
}
