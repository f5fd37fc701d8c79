package org.gemba.demo.labels;

import java.awt.image.BufferedImage;

/// One label that came out.
///
/// @param language `brother-ql` or `zpl`
/// @param image upright as the tape runs, white where nothing was printed
/// @param tapeMillimetres what the job said is in the printer; 0 when it did not say
/// @param labelMillimetres the label's length; 0 for endless tape
/// @param wasCut whether the job asked for a cut
public record PrintedLabel(
        String language, BufferedImage image, int tapeMillimetres, int labelMillimetres, boolean wasCut) {}
