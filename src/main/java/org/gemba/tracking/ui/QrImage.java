package org.gemba.tracking.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.gemba.platform.print.QrCode;

/// A QR code as the screen shows it.
final class QrImage {
    private QrImage() {}

    /// @param pixels the length of a side
    static Image of(String text, int pixels) {
        var drawn = QrCode.image(text, pixels);
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        var image = new WritableImage(width, height);
        var argb = drawn.getRGB(0, 0, width, height, null, 0, width);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
