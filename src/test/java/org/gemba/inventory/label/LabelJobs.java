package org.gemba.inventory.label;

import java.awt.image.BufferedImage;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.PrinterConfig;

/// The bytes that go to a printer, for measurements.
public final class LabelJobs {
    private LabelJobs() {}

    public static byte[] brother(BufferedImage label, LabelSize size, PrinterConfig printer) {
        return BrotherQl.job(Raster.of(label, size, printer), size, printer, 1);
    }
}
