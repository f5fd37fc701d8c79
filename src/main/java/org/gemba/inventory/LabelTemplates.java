package org.gemba.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.inventory.LabelTemplate.Layout;
import org.gemba.inventory.LabelTemplate.Subject;
import org.jspecify.annotations.Nullable;

/// The templates that come with the program, and how parts and locations fill them.
final class LabelTemplates {
    static final LabelTemplate PART = built(
            1,
            "Part 29 × 90",
            Subject.PART,
            "29x90",
            Layout.QR_LEFT,
            "{part_name}\n{part_number}\n{description}\n{location}");
    static final LabelTemplate PART_QR = built(2, "Part code", Subject.PART, "29x90", Layout.QR_ONLY, "");
    static final LabelTemplate LOCATION =
            built(5, "Location 62 × 29", Subject.LOCATION, "62x29", Layout.QR_LEFT, "{location_name}\n{location_path}");

    static final List<LabelTemplate> BUILT_IN = List.of(
            PART,
            PART_QR,
            built(3, "Small part 17 × 54", Subject.PART, "17x54", Layout.QR_LEFT, "{part_name}\n{part_number}"),
            built(4, "Bin 39 × 48", Subject.PART, "39x48", Layout.QR_ABOVE, "{part_name}\n{part_number}\n{location}"),
            LOCATION,
            built(6, "Shelf, tape 62", Subject.LOCATION, "62", Layout.QR_LEFT, "{location_name}\n{location_path}"),
            built(7, "Cable, tape 12", Subject.PART, "12", Layout.QR_LEFT, "{part_name}"));

    private LabelTemplates() {}

    private static LabelTemplate built(
            int number, String name, Subject subject, String size, Layout layout, String text) {
        var code = subject == Subject.PART ? "{part_id}" : "{location_id}";
        return new LabelTemplate(new UUID(0, number), name, subject, size, layout, text, code, 0, false, true);
    }

    static Map<String, String> values(Part part) {
        var values = new LinkedHashMap<String, String>();
        values.put("part_name", part.name());
        values.put("part_number", text(part.number()));
        values.put("description", text(part.description()));
        values.put("quantity", part.quantity() == null ? "" : part.quantity().toPlainString());
        values.put("unit", text(part.unit()));
        var location = part.location();
        values.put("location", location == null ? "" : location.name());
        values.put(
                "category",
                part.categories().isEmpty() ? "" : part.categories().getFirst().name());
        values.put("supplier", text(part.supplier()));
        values.put("part_id", part.id().toString());
        return values;
    }

    static Map<String, String> values(Location location, String path) {
        var values = new LinkedHashMap<String, String>();
        values.put("location_name", location.name());
        values.put("location_path", path.equals(location.name()) ? "" : path);
        values.put("description", text(location.description()));
        values.put("location_type", location.type());
        values.put("location_id", location.id().toString());
        return values;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
