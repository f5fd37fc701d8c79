package org.gemba.inventory;

import java.util.List;
import java.util.Optional;

/// A label as Brother sells them, with what of it can be printed at 300 dots an inch. Sizes follow the geometry of the
/// `brother_ql` library.
///
/// @param id for example `29x90`, or `62` for endless tape
/// @param across dots across the tape
/// @param along dots along the tape; 0 for endless tape, whose labels are as long as their content
/// @param tapeMillimetres the tape's width
/// @param labelMillimetres the label's length; 0 for endless tape
/// @param rightMargin dots between the print head's edge and the label
/// @param isRound a round label: only the circle is there
/// @param isWide for printers with the wide head only
public record LabelSize(
        String id,
        int across,
        int along,
        int tapeMillimetres,
        int labelMillimetres,
        int rightMargin,
        boolean isRound,
        boolean isWide) {

    public static final List<LabelSize> ALL = List.of(
            tape("12", 106, 12, 29),
            tape("29", 306, 29, 6),
            tape("38", 413, 38, 12),
            tape("50", 554, 50, 12),
            tape("54", 590, 54, 0),
            tape("62", 696, 62, 12),
            tape("62red", 696, 62, 12),
            new LabelSize("102", 1164, 0, 102, 0, 12, false, true),
            label("17x54", 165, 566, 17, 54, 0),
            label("17x87", 165, 956, 17, 87, 0),
            label("23x23", 202, 202, 23, 23, 42),
            label("29x42", 306, 425, 29, 42, 6),
            label("29x90", 306, 991, 29, 90, 6),
            label("39x48", 425, 495, 39, 48, 6),
            label("39x90", 413, 991, 38, 90, 12),
            label("52x29", 578, 271, 52, 29, 0),
            label("62x29", 696, 271, 62, 29, 12),
            label("62x100", 696, 1109, 62, 100, 12),
            new LabelSize("102x51", 1164, 526, 102, 51, 12, false, true),
            new LabelSize("102x152", 1164, 1660, 102, 153, 12, false, true),
            round("d12", 94, 12, 113),
            round("d24", 236, 24, 42),
            round("d58", 618, 58, 51));

    private static LabelSize tape(String id, int across, int millimetres, int rightMargin) {
        return new LabelSize(id, across, 0, millimetres, 0, rightMargin, false, false);
    }

    private static LabelSize label(String id, int across, int along, int width, int length, int rightMargin) {
        return new LabelSize(id, across, along, width, length, rightMargin, false, false);
    }

    private static LabelSize round(String id, int side, int millimetres, int rightMargin) {
        return new LabelSize(id, side, side, millimetres, millimetres, rightMargin, true, false);
    }

    public boolean isEndless() {
        return along == 0;
    }

    public static Optional<LabelSize> named(String id) {
        return ALL.stream().filter(size -> size.id.equalsIgnoreCase(id.strip())).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(LabelSize::id).toList();
    }
}
