package org.gemba.inventory.label;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Graphics2D;
import java.util.Map;

/// A QR code drawn in whole dots, so that no module is wider than its neighbour; a blurred edge is what phones fail at.
record QrSymbol(ByteMatrix matrix, int quiet) {
    /// @param quiet modules of white around it: 4 as the standard wants, 1 where the label is its own margin
    /// @throws IllegalArgumentException when the text does not fit
    static QrSymbol of(String text, int quiet) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrSymbol(
                    Encoder.encode(text, ErrorCorrectionLevel.L, hints).getMatrix(), quiet);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
    }

    /// Modules of a side, the white around included.
    int modules() {
        return matrix.getWidth() + 2 * quiet;
    }

    /// Dots of a side when it is drawn into a square of so many; 0 when it does not fit.
    int side(int dots) {
        return dots / modules() * modules();
    }

    void draw(Graphics2D drawing, int left, int top, int dots) {
        int module = dots / modules();
        int shift = (dots - module * modules()) / 2 + quiet * module;
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    drawing.fillRect(left + shift + x * module, top + shift + y * module, module, module);
                }
            }
        }
    }
}
