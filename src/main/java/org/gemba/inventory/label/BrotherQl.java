package org.gemba.inventory.label;

import java.io.ByteArrayOutputStream;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.PrinterConfig;

/// The raster language of Brother's QL printers ("Raster Command Reference", QL-800 series): initialise, say what tape
/// is in, send one row of the head at a time without compression, print and cut. The head counts its dots from the
/// right, so every row goes out mirrored.
final class BrotherQl {
    private static final int ROW = 90;
    private static final int WIDE_ROW = 162;
    private static final int WIDE_OFFSET = 44;
    private static final int INVALIDATE = 200;
    private static final int FEED = 35;
    private static final int LEAST_ROWS = 150;
    private static final int MOST_ROWS = 11_811;
    private static final int KIND_WIDTH_LENGTH = 0x02 | 0x04 | 0x08;
    private static final int QUALITY = 0x40;
    private static final int RECOVER = 0x80;
    private static final int ENDLESS = 0x0A;
    private static final int DIE_CUT = 0x0B;

    private BrotherQl() {}

    /// One job with one label on so many pages.
    static byte[] job(Raster label, LabelSize size, PrinterConfig printer, int copies) {
        if (size.isWide() && !printer.hasWideHead()) {
            throw new IllegalArgumentException(
                    "a label " + size.id() + " is wider than the head of a " + printer.model());
        }
        var out = new ByteArrayOutputStream(label.along() * (ROW + 3) * copies + 300);
        out.writeBytes(new byte[INVALIDATE]);
        escape(out, '@');
        escape(out, 'i', 'a', 1);
        for (int copy = 0; copy < copies; copy++) {
            page(out, label, size, printer, copy);
            out.write(copy == copies - 1 ? 0x1A : 0x0C);
        }
        return out.toByteArray();
    }

    private static void page(ByteArrayOutputStream out, Raster label, LabelSize size, PrinterConfig printer, int page) {
        int rows = size.isEndless() ? Math.clamp(label.along(), LEAST_ROWS, MOST_ROWS) : label.along();
        escape(
                out,
                'i',
                'z',
                RECOVER | QUALITY | KIND_WIDTH_LENGTH,
                size.isEndless() ? ENDLESS : DIE_CUT,
                size.tapeMillimetres(),
                size.labelMillimetres(),
                rows & 0xFF,
                rows >> 8 & 0xFF,
                0,
                0,
                page == 0 ? 0 : 1,
                0);
        escape(out, 'i', 'M', 0x40);
        escape(out, 'i', 'A', 1);
        escape(out, 'i', 'K', 0x08);
        int feed = size.isEndless() ? FEED : 0;
        escape(out, 'i', 'd', feed & 0xFF, feed >> 8);
        out.write('M');
        out.write(0);
        int bytes = printer.hasWideHead() ? WIDE_ROW : ROW;
        int offset = size.rightMargin() + (printer.hasWideHead() ? WIDE_OFFSET : 0);
        for (int row = 0; row < rows; row++) {
            out.write('g');
            out.write(0);
            out.write(bytes);
            out.writeBytes(row < label.along() ? mirrored(label.rows()[row], bytes, offset) : new byte[bytes]);
        }
    }

    private static byte[] mirrored(boolean[] dots, int bytes, int offset) {
        var line = new byte[bytes];
        for (int x = 0; x < dots.length; x++) {
            int place = offset + dots.length - 1 - x;
            if (dots[x] && place < bytes * 8) line[place >> 3] |= (byte) (0x80 >> (place & 7));
        }
        return line;
    }

    private static void escape(ByteArrayOutputStream out, int... rest) {
        out.write(0x1B);
        for (int each : rest) out.write(each);
    }
}
