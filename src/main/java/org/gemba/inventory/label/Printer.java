package org.gemba.inventory.label;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gemba.inventory.LabelSize;

/// A way to bring labels to paper.
public sealed interface Printer permits NetworkPrinter, SystemPrinter, PdfPrinter {
    /// Prints them in their order, each so many times.
    ///
    /// @return where they went, for people
    /// @throws PrintFailed when the printer did not take all of them
    String print(List<BufferedImage> labels, LabelSize size, int copies) throws PrintFailed;
}
