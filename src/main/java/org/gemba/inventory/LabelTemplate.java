package org.gemba.inventory;

import java.util.List;
import java.util.UUID;

/// How a label looks. Text and code hold fields in braces, such as `{part_name}`, which the part or location fills.
///
/// @param size the id of a {@link LabelSize}
/// @param text lines under one another; the first one is bold; empty lines after filling are left out
/// @param code what the QR code holds; empty for no code
/// @param fontDots the height of a line at most, in dots; 0 fills the label
/// @param turned the shorter side is level
public record LabelTemplate(
        UUID id,
        String name,
        Subject subject,
        String size,
        Layout layout,
        String text,
        String code,
        int fontDots,
        boolean turned,
        boolean builtIn) {
    public static final List<String> PART_FIELDS = List.of(
            "part_name",
            "part_number",
            "description",
            "quantity",
            "unit",
            "location",
            "category",
            "supplier",
            "part_id");
    public static final List<String> LOCATION_FIELDS =
            List.of("location_name", "location_path", "description", "location_type", "location_id");

    /// What a label is stuck to.
    public enum Subject {
        PART,
        LOCATION
    }

    /// Where code and text stand to each other.
    public enum Layout {
        QR_LEFT,
        QR_RIGHT,
        QR_ABOVE,
        QR_ONLY,
        TEXT_ONLY
    }

    /// The fields that this subject fills.
    public List<String> fields() {
        return subject == Subject.PART ? PART_FIELDS : LOCATION_FIELDS;
    }

    public LabelTemplate laidOut(Layout other) {
        return new LabelTemplate(id, name, subject, size, other, text, code, fontDots, turned, builtIn);
    }

    public LabelTemplate sized(String otherSize) {
        return new LabelTemplate(id, name, subject, otherSize, layout, text, code, fontDots, turned, builtIn);
    }
}
