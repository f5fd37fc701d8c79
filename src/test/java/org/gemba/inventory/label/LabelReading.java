package org.gemba.inventory.label;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;

/// Reads the QR code on a picture as a scanner would.
public final class LabelReading {
    private static final String NOTHING = "nothing read";

    private LabelReading() {}

    /// The text of the code, or words that begin with `nothing read`. The whole label first; one code in 250 (six of
    /// 1,500) has modules that this reader takes for a fourth corner, so then the code alone, as it stands in a square
    /// at the
    /// label's beginning.
    public static String of(BufferedImage image) {
        var text = read(image, DecodeHintType.TRY_HARDER);
        int side = Math.min(image.getWidth(), image.getHeight()) * 9 / 10;
        if (!text.startsWith(NOTHING)) return text;
        return read(image.getSubimage(0, 0, side, image.getHeight()), DecodeHintType.PURE_BARCODE);
    }

    private static String read(BufferedImage image, DecodeHintType hint) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeReader().decode(bitmap, Map.of(hint, true)).getText();
        } catch (ReaderException e) {
            return NOTHING + ": " + e;
        }
    }
}
